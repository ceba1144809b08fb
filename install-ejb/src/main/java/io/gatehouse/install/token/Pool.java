package io.gatehouse.install.token;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Reuses what is costly to make and must not be shared. Owned by the object that uses it and collected with it, unlike
 * a thread-local in a server's threads. Lock-free: two threads that meet at a slot make a second instance, and of
 * those one stays.
 */
final class Pool<T> {

    private static final int SLOTS = 64;

    private final AtomicReferenceArray<T> slots = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T pooled = slots.getAndSet(slot(), null);
        return pooled == null ? maker.get() : pooled;
    }

    /** Only after a call that went well: what threw may be in any state, and is left to the garbage collector. */
    void giveBack(T item) {
        slots.lazySet(slot(), item);
    }

    private static int slot() {
        return (int) Thread.currentThread().getId() & (SLOTS - 1);
    }
}
