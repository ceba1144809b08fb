package io.gatehouse.web.page.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.signin.Profile;
import io.gatehouse.contract.signin.SignIns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // injects what the container otherwise would
class SeenUsersTest {

    private final List<SignedInUser> signedIn = new ArrayList<>();
    private final SeenUsers users = new SeenUsers();

    SeenUsersTest() {
        users.signIns = new SignIns() {
            @Override
            public void signIn(SignedInUser user) {
                signedIn.add(user);
            }

            @Override
            public Optional<Profile> profile(UserId user) {
                return Optional.empty();
            }
        };
    }

    @Test
    void aChangedAddressOrVerificationSignsTheUserInAgain() {
        SignedInUser verified = user("ada@example.com", true);
        SignedInUser unverified = user("ada@example.com", false);

        users.signIn(verified);
        users.signIn(verified);
        users.signIn(unverified);
        users.signIn(verified);
        users.signIn(unverified);

        assertThat(signedIn).containsExactly(verified, unverified, verified, unverified);
    }

    @Test
    void aTokenWithoutAnAddressIsNoChange() {
        users.signIn(user("ada@example.com", true));
        users.signIn(user(null, false));

        assertThat(signedIn).hasSize(1);
    }

    private static SignedInUser user(@Nullable String email, boolean verified) {
        return new SignedInUser("https://issuer.example", "ada", email, verified, "Ada");
    }
}
