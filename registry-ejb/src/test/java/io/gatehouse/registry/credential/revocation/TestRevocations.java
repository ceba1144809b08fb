package io.gatehouse.registry.credential.revocation;

import io.gatehouse.testkit.TestDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Revocations over a test's database. */
public final class TestRevocations {

    private TestRevocations() {}

    /** Without an observer. */
    public static Revocations over(TestDatabase database, InstantSource clock) {
        return over(database, clock, revoked -> {});
    }

    /** @param observer called inside the transaction; the container would call it after its completion */
    @SuppressWarnings("unchecked")
    public static Revocations over(TestDatabase database, InstantSource clock, Consumer<TokensRevoked> observer) {
        Event<TokensRevoked> revoked = (Event<TokensRevoked>) Proxy.newProxyInstance(
                TestRevocations.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    observer.accept((TokensRevoked) arguments[0]);
                    return nothing();
                });
        return new Revocations(store(database), clock, revoked);
    }

    /** Runs each call in its own transaction, as in the container. */
    public static RevocationLog log(TestDatabase database) {
        return new RevocationLog(store(database)) {

            @Override
            public News after(long number) {
                return database.tx(() -> super.after(number));
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
