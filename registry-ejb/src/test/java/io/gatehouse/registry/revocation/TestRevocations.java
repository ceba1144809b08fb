package io.gatehouse.registry.revocation;

import io.gatehouse.testkit.TestDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The revocations over a test's database. */
public final class TestRevocations {

    private TestRevocations() {}

    /** Nobody observes them. */
    public static Revocations over(TestDatabase database, InstantSource clock) {
        return over(database, clock, revoked -> {});
    }

    /** @param observer called inside the transaction, where the container would call after its completion */
    @SuppressWarnings("unchecked")
    public static Revocations over(TestDatabase database, InstantSource clock, Consumer<Revoked> observer) {
        Event<Revoked> revoked = (Event<Revoked>) Proxy.newProxyInstance(
                TestRevocations.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    observer.accept((Revoked) arguments[0]);
                    return nothing();
                });
        return new Revocations(store(database), clock, revoked);
    }

    /** Each call in a transaction of its own, as the container has it. */
    public static RevocationLog log(TestDatabase database, InstantSource clock) {
        return new RevocationLog(store(database), clock) {

            @Override
            public News after(long number) {
                return database.tx(() -> super.after(number));
            }

            @Override
            public int forget(int limit) {
                return database.tx(() -> super.forget(limit));
            }
        };
    }

    private static RevocationStore store(TestDatabase database) {
        return new RevocationStore(database.entityManager());
    }

    private static @Nullable Object nothing() {
        return null;
    }
}
