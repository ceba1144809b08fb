package io.gatehouse.registry.signature;

import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals the secrets of signing keys, each for its own row, and compares macs with what they make. */
@ApplicationScoped
class SecretBox {

    private static final String HMAC = "HmacSHA256";

    /** 64 characters of base64, without padding. */
    private static final int SECRET_LENGTH = 48;

    private SecureRandom random;
    private SealedBox box;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SecretBox() {}

    @Inject
    SecretBox(Settings settings, SecureRandom random) {
        this.random = random;
        EncryptionKeys keys = settings.encryption();
        this.box = new SealedBox(keys.current(), keys.previous(), random);
    }

    /** @param text the base64 of the secret */
    @SuppressWarnings("ArrayRecordComponent") // moved, never compared
    record FreshSecret(byte[] sealed, String text) {

        @Override
        public String toString() {
            return "FreshSecret[…]";
        }
    }

    FreshSecret make(UUID keyId) {
        byte[] secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        try {
            return new FreshSecret(seal(keyId, secret), Base64.getEncoder().encodeToString(secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] seal(UUID keyId, byte[] secret) {
        return box.seal(secret, associatedData(keyId));
    }

    /** Whether the secret was sealed with a key that is gone. */
    boolean isLost(HostSigningKey key) {
        return !box.isOurs(key.sealedSecret());
    }

    /** Whether the key makes that mac over that base, compared in constant time. */
    boolean verifies(HostSigningKey key, byte[] base, byte[] mac) {
        byte[] secret = secret(key);
        try {
            Mac hmac = Mac.getInstance(HMAC);
            hmac.init(new SecretKeySpec(secret, HMAC));
            return MessageDigest.isEqual(hmac.doFinal(base), mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** The secret under the current encryption key, where it is sealed under the previous one. */
    Optional<byte[]> sealedAnew(HostSigningKey key) {
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
        return box.open(key.sealedSecret(), associatedData(key.id()));
    }

    private static byte[] associatedData(UUID keyId) {
        return ("signing_key.sealed_secret:" + keyId).getBytes(StandardCharsets.UTF_8);
    }
}
