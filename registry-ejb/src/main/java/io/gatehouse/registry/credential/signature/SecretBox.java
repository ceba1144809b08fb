package io.gatehouse.registry.credential.signature;

import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.kernel.crypto.HmacSha256;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Seals the secrets of signing keys, each bound to its row, and verifies MACs with them. */
@Dependent
class SecretBox {

    /** In bytes: 64 characters of base64, without padding. */
    private static final int SECRET_BYTES = 48;

    private final SealedBox box;
    private final SecureRandom random;

    @Inject
    SecretBox(SealedBox box, SecureRandom random) {
        this.box = box;
        this.random = random;
    }

    /** @param text the secret in base64 */
    @SuppressWarnings("ArrayRecordComponent") // moved, never compared
    record NewSecret(byte[] sealed, String text) {

        @Override
        public String toString() {
            return "NewSecret[…]";
        }
    }

    NewSecret generate(UUID keyId) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        try {
            return new NewSecret(seal(keyId, secret), Base64.getEncoder().encodeToString(secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] seal(UUID keyId, byte[] secret) {
        return box.seal(secret, place(keyId));
    }

    /** Whether the secret was sealed with an encryption key that is lost. */
    boolean isLost(HostSigningKey key) {
        return !box.isOurs(key.sealedSecret());
    }

    /** Whether the key's MAC over that base is this one, compared in constant time. */
    boolean verifies(HostSigningKey key, byte[] base, byte[] mac) {
        byte[] secret = secret(key);
        try {
            return new HmacSha256(secret).verifies(mac, base);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * Returns the secret sealed with the current encryption key, if it is sealed with the previous one; otherwise
     * empty.
     */
    Optional<byte[]> resealed(HostSigningKey key) {
        if (!box.isStale(key.sealedSecret())) {
            return Optional.empty();
        }
        byte[] secret = secret(key);
        try {
            return Optional.of(seal(key.id(), secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] secret(HostSigningKey key) {
        return box.open(key.sealedSecret(), place(key.id()));
    }

    private static String place(UUID keyId) {
        return "signing_key.sealed_secret:" + keyId;
    }
}
