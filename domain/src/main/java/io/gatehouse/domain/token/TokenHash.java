package io.gatehouse.domain.token;

import io.gatehouse.kernel.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 hash of a token, the only form in which the database stores it. An unsalted hash suffices for a secret of
 * at least 112 bits.
 */
public final class TokenHash {

    private final byte[] hash;

    private TokenHash(byte[] hash) {
        this.hash = hash;
    }

    public static TokenHash of(String token) {
        return new TokenHash(Sha256.of(token.getBytes(StandardCharsets.US_ASCII)));
    }

    public byte[] bytes() {
        return hash.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenHash that && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return (hash[0] & 0xFF) << 24 | (hash[1] & 0xFF) << 16 | (hash[2] & 0xFF) << 8 | (hash[3] & 0xFF);
    }
}
