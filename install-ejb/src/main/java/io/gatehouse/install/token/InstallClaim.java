package io.gatehouse.install.token;

import io.gatehouse.contract.account.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * The content of a verified install token; the same for its long and its compact form.
 *
 * @param user the user who minted the token and for whom it installs
 * @param template the template agent that it installs
 * @param jti makes the token single-use. As long as the token is unspent, the rest of the compact form can be
 *     guessed from it: it must not be logged before it is spent
 * @param expiresAt the first second in which the token is refused
 */
public record InstallClaim(UserId user, UUID template, String jti, Instant expiresAt) {

    /** Shows only the last four characters of the token's id: neither form can be derived from them. */
    @Override
    public String toString() {
        return "InstallClaim[user=" + user + ", template=" + template + ", jti=" + Redacted.lastFour(jti)
                + ", expiresAt=" + expiresAt + "]";
    }
}
