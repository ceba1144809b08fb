package io.gatehouse.install.token;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Pools objects that are expensive to create and must not be shared between threads. It is owned by the object that
 * uses it and collected with it, unlike a thread-local of a server's threads. Lock-free: two threads that collide at a
 * slot create a second instance, and one of the two is kept.
 */
final class Pool<T> {

    private static final int SLOTS = 64;

    private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<T> factory;

    Pool(Supplier<T> factory) {
        this.factory = factory;
    }

    T take() {
        T pooled = slots.getAndSet(slot(), null);
        return pooled == null ? factory.get() : pooled;
    }

    /**
     * Returns an item to the pool. Must be called only after success: an item whose use threw an exception may be in
     * any state and is left to the garbage collector.
     */
    void giveBack(T item) {
        slots.lazySet(slot(), item);
    }

    private static int slot() {
        return (int) Thread.currentThread().getId() & (SLOTS - 1);
    }
}
