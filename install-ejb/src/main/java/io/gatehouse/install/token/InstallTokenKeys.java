package io.gatehouse.install.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of install tokens: the current one, which signs, and after a rotation the previous one, which is still
 * accepted. The previous key must be kept as long as its last token is valid: {@code gatehouse.encryption.previous-key}
 * may be removed 15 minutes after the last node has started with the new key.
 */
public final class InstallTokenKeys {

    private static final int MIN_KEY_BYTES = 32;

    private final TokenKey current;
    private final @Nullable TokenKey previous;

    private InstallTokenKeys(TokenKey current, @Nullable TokenKey previous) {
        this.current = current;
        this.previous = previous;
    }

    /**
     * One key, never rotated.
     *
     * @param encryptionKey at least 32 random bytes; the token keys are derived from it
     */
    public static InstallTokenKeys of(byte[] encryptionKey) {
        return new InstallTokenKeys(derive(encryptionKey), null);
    }

    /** A key that has replaced another one. */
    public static InstallTokenKeys rotated(byte[] encryptionKey, byte[] previousKey) {
        return new InstallTokenKeys(derive(encryptionKey), derive(previousKey));
    }

    TokenKey current() {
        return current;
    }

    Optional<TokenKey> previous() {
        return Optional.ofNullable(previous);
    }

    private static TokenKey derive(byte[] encryptionKey) {
        if (encryptionKey.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("an encryption key must have at least 32 bytes");
        }
        return TokenKey.derive(encryptionKey);
    }
}
