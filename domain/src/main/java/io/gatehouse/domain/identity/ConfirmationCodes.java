package io.gatehouse.domain.identity;

import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.Hkdf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Four digits that a user's page shows beside a pending link, and that the phone answers with if a YES alone would be
 * ambiguous. They are derived from the encryption key and the link's id: they cannot be computed without the key, are
 * not stored, and change if a number is entered again. There are only ten thousand, so callers must limit attempts.
 */
@ApplicationScoped
public class ConfirmationCodes {

    public static final int LENGTH = 4;

    private static final String LABEL = "gatehouse/confirmation-code/v1/";
    private static final int CODES = 10_000;

    private EncryptionKeys keys;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ConfirmationCodes() {}

    @Inject
    public ConfirmationCodes(Settings settings) {
        this.keys = settings.encryption();
    }

    public String of(UUID identityId) {
        return derive(keys.current(), identityId);
    }

    /**
     * Compares in constant time. During a rotation of the encryption key, a page may still show the digits of the
     * previous key.
     */
    public boolean matches(UUID identityId, String said) {
        byte @Nullable [] previous = keys.previous();
        boolean isCurrent = equal(of(identityId), said);
        boolean isPrevious = previous != null && equal(derive(previous, identityId), said);
        return isCurrent || isPrevious;
    }

    private static boolean equal(String code, String said) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.US_ASCII));
    }

    /** The modulo bias of a 63-bit number is negligible. */
    private static String derive(byte[] key, UUID identityId) {
        long random = ByteBuffer.wrap(Hkdf.derive(key, LABEL + identityId, Long.BYTES))
                        .getLong()
                & Long.MAX_VALUE;
        return "%04d".formatted(random % CODES);
    }
}
