package io.gatehouse.dev.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.text.Base64Url;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authorization codes between the sign-in page and the token endpoint: one minute, one use, one client. */
@ApplicationScoped
class AuthorizationCodes {

    private static final int CODE_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Grant> grants = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    record Grant(DevUser user, AuthorizationRequest request) {}

    String issue(DevUser user, AuthorizationRequest request) {
        String text = Base64Url.random(random, CODE_BYTES);
        grants.put(text, new Grant(user, request));
        return text;
    }

    /** Spends a code, also when the rest does not fit: whoever shows a code with the wrong verifier has stolen it. */
    Optional<Grant> redeem(
            @Nullable String code, @Nullable String verifier, @Nullable String clientId, @Nullable String redirectUri) {
        Grant grant = code == null ? null : grants.asMap().remove(code);
        if (grant == null || verifier == null) {
            return Optional.empty();
        }
        AuthorizationRequest request = grant.request();
        boolean fits = request.clientId().equals(clientId)
                && request.redirectUri().equals(redirectUri)
                && request.challenge().equals(challenge(verifier));
        return fits ? Optional.of(grant) : Optional.empty();
    }

    private static String challenge(String verifier) {
        return Base64Url.encode(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
    }
}
