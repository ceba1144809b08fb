package io.gatehouse.kernel.config;

import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Produces the box that seals secrets at rest, with the configured encryption keys. */
@ApplicationScoped
public class SealedBoxProducer {

    /** One instance per node, because it pools ciphers. */
    @Produces
    @Singleton
    public static SealedBox sealedBox(Settings settings, SecureRandom random) {
        EncryptionKeys keys = settings.encryption();
        return new SealedBox(keys.current(), keys.previous(), random);
    }
}
