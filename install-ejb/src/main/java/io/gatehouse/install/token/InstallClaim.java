package io.gatehouse.install.token;

import io.gatehouse.contract.account.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a checked install token says. Its long and its compact form say the same.
 *
 * @param user the user who minted the token, and for whom it installs
 * @param template the template agent that it installs
 * @param jti what makes the token single use. As long as the token is unspent, the rest of the compact form can be
 *     guessed from it: keep it out of logs until it is spent
 * @param expiresAt the first second in which the token is refused
 */
public record InstallClaim(UserId user, UUID template, String jti, Instant expiresAt) {

    /** Names the token by the last four characters of its id: neither form can be made from it. */
    @Override
    public String toString() {
        return "InstallClaim[user=" + user + ", template=" + template + ", jti=" + Redacted.lastFour(jti)
                + ", expiresAt=" + expiresAt + "]";
    }
}
