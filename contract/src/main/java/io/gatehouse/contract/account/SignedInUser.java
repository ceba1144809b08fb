package io.gatehouse.contract.account;

import org.jspecify.annotations.Nullable;

/**
 * A user whose JWT was verified.
 *
 * @param email as stated by the identity provider; null if absent
 * @param emailVerified whether the identity provider has verified the address ({@code email_verified})
 * @param name display name; null if the token has none
 */
public record SignedInUser(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name) {

    public UserId id() {
        return UserId.of(issuer, subject);
    }
}
