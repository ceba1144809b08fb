package io.gatehouse.web.oauth.auth;

import io.gatehouse.kernel.crypto.Sha256;
import java.nio.ByteBuffer;

/** The SHA-256 of a token: a cache key that does not keep the token itself. */
record TokenDigest(long a, long b, long c, long d) {

    static TokenDigest of(String token) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(token));
        return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }
}
