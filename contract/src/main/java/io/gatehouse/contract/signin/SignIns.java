package io.gatehouse.contract.signin;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import java.util.Optional;

/** The boundary for whoever shows up with a verified JWT. */
public interface SignIns {

    /**
     * Makes the personal organization of a user at their first sign-in, with its one member and the identities
     * {@code auth_user_id} and {@code email}; a later one takes over the address and whether it is verified. Of any number of concurrent calls for one
     * user exactly one makes them: the unique owner of a personal organization decides, and the others find it made.
     * An organization that was archived is not made anew.
     */
    void signIn(SignedInUser user);

    /** What {@code GET /api/me} tells; empty if the user never signed in. */
    Optional<Profile> profile(UserId user);
}
