package io.gatehouse.web.page.session;

import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.crypto.Hkdf;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.text.Base64Url;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data stored in a browser as text that only this deployment can read or create: AES-256-GCM with a key derived per
 * purpose. Supports rotation of the encryption key.
 */
final class SealedText {

    private final SealedBox box;

    /** @param purpose for instance {@code browser-session}; each purpose has its own key */
    SealedText(EncryptionKeys keys, String purpose, SecureRandom random) {
        byte[] previous = keys.previous();
        box = new SealedBox(
                derived(keys.current(), purpose), previous == null ? null : derived(previous, purpose), random);
    }

    /** @param boundTo the text opens only together with this value */
    String seal(byte[] content, String boundTo) {
        return Base64Url.encode(box.seal(content, boundTo));
    }

    /**
     * Empty if the text was not sealed here, is bound to another value or purpose, or was sealed with a removed key.
     */
    Optional<byte[]> open(String text, String boundTo) {
        byte @Nullable [] sealed = decoded(text);
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(box.open(sealed, boundTo));
        } catch (UnsealException e) {
            return Optional.empty();
        }
    }

    /** Whether a valid text was sealed with the previous key. */
    boolean isStale(String text) {
        byte @Nullable [] sealed = decoded(text);
        return sealed != null && box.isStale(sealed);
    }

    private static byte @Nullable [] decoded(String text) {
        try {
            return Base64Url.decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] derived(byte[] key, String purpose) {
        return Hkdf.derive(key, "gatehouse/" + purpose + "/v1", EncryptionKeys.LENGTH);
    }
}
