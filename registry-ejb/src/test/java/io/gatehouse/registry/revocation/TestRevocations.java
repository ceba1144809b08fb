package io.gatehouse.registry.revocation;

import io.gatehouse.testkit.TestDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The revocations over a test's database. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestRevocations {

    private TestRevocations() {}

    /** Nobody observes them. */
    public static Revocations over(TestDatabase database, InstantSource clock) {
        return over(database, clock, revoked -> {});
    }

    /** @param observer called inside the transaction, where the container would call after its completion */
    @SuppressWarnings("unchecked")
    public static Revocations over(TestDatabase database, InstantSource clock, Consumer<Revoked> observer) {
        Revocations revocations = new Revocations();
        revocations.store = store(database);
        revocations.clock = clock;
        revocations.revoked = (Event<Revoked>) Proxy.newProxyInstance(
                TestRevocations.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    observer.accept((Revoked) arguments[0]);
                    return nothing();
                });
        return revocations;
    }

    /** Each call in a transaction of its own, as the container has it. */
    public static RevocationLog log(TestDatabase database, InstantSource clock) {
        RevocationLog log = new RevocationLog() {

            @Override
            public News after(long number) {
                return database.tx(() -> super.after(number));
            }

            @Override
            public int forget(int limit) {
                return database.tx(() -> super.forget(limit));
            }
        };
        log.store = store(database);
        log.clock = clock;
        return log;
    }

    private static RevocationStore store(TestDatabase database) {
        RevocationStore store = new RevocationStore();
        store.entities = database.entityManager();
        return store;
    }

    private static @Nullable Object nothing() {
        return null;
    }
}
