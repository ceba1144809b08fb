package io.gatehouse.install.token;

import java.time.Instant;

/**
 * A fresh install token in both of its forms, each of which spends the other.
 *
 * @param longForm {@code install:<payload>.<mac>}, for every channel that takes text
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
