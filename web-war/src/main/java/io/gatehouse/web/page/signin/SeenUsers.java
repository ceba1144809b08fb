package io.gatehouse.web.page.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.signin.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells the registry of users who call, at most once in ten minutes each unless their token changes. */
@ApplicationScoped
public class SeenUsers {

    private final Cache<UserId, SignedInUser> seen = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Inject
    SignIns signIns;

    /**
     * Signs the user in again if the token states another e-mail address than before, or another verification of it.
     */
    void signIn(SignedInUser user) {
        UserId id = user.id();
        SignedInUser last = seen.getIfPresent(id);
        if (last == null || statesAnother(user, last)) {
            signIns.signIn(user);
            seen.put(id, user);
        }
    }

    /** A token without an address does not count as a change. */
    private static boolean statesAnother(SignedInUser user, SignedInUser last) {
        return user.email() != null
                && !(user.email().equals(last.email()) && user.emailVerified() == last.emailVerified());
    }
}
