package io.gatehouse.kernel.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The secure random source of the platform, for whoever has one injected. */
@ApplicationScoped
public class SystemRandom {

    @Produces
    @Singleton
    static SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
