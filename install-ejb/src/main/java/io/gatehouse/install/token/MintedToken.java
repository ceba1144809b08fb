package io.gatehouse.install.token;

import java.time.Instant;

/**
 * A new install token in both of its forms; spending one spends the other.
 *
 * @param longForm {@code install:<payload>.<mac>}, for every channel that accepts text
 * @param compactForm 64 characters of {@code [A-Za-z0-9_-]}, for Telegram's {@code start} parameter
 * @param expiresAt the first second in which the token is refused
 * @param jti the id of both forms; as secret as they are until it is spent
 */
public record MintedToken(String longForm, String compactForm, Instant expiresAt, String jti) {

    @Override
    public String toString() {
        return "MintedToken[jti=" + Redacted.lastFour(jti) + ", expiresAt=" + expiresAt + "]";
    }
}
