package io.gatehouse.web.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.signin.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Signs users in, but not at each of their calls. */
@ApplicationScoped
public class SeenUsers {

    private final Cache<SignedInUser, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Inject
    SignIns signIns;

    /** A user whose token says something new of them is signed in anew. */
    void signIn(SignedInUser user) {
        if (seen.getIfPresent(user) == null) {
            signIns.signIn(user);
            seen.put(user, true);
        }
    }
}
