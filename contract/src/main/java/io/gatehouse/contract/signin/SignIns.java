package io.gatehouse.contract.signin;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import java.util.Optional;

/** Entry point for users with a verified JWT. */
public interface SignIns {

    /**
     * At the first sign-in, creates the user's personal organization with its one member and the identities {@code
     * auth_user_id} and {@code email}. A later sign-in updates the address and whether it is verified. Of several
     * concurrent calls for one user exactly one creates them: the unique owner of a personal organization decides. An
     * archived organization is not created again.
     */
    void signIn(SignedInUser user);

    /** Returns the profile for {@code GET /api/me}; empty if the user never signed in. */
    Optional<Profile> profile(UserId user);
}
