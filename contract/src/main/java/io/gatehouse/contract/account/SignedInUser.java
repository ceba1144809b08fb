package io.gatehouse.contract.account;

import org.jspecify.annotations.Nullable;

/**
 * A user whose JWT was verified.
 *
 * @param email as the identity provider states it; null where it states none
 * @param emailVerified whether the identity provider vouches for the address ({@code email_verified})
 * @param name what to call the person; null where the token does not say
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
