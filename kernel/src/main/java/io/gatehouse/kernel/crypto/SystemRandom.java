package io.gatehouse.kernel.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Produces the secure random source of the platform for injection. */
@ApplicationScoped
public class SystemRandom {

    @Produces
    @Singleton
    static SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
