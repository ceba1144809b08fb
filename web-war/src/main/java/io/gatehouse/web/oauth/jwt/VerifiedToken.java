package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.contract.account.SignedInUser;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A JWT whose signature and claims were verified, with MicroProfile JWT's interface. */
public final class VerifiedToken implements JsonWebToken {

    private final JWTClaimsSet claims;
    private final String raw;
    private final String name;
    private final String subject;
    private final Instant expiry;
    private final Set<String> groups;

    /** @param subject the {@code sub} claim, which the verifier requires */
    VerifiedToken(JWTClaimsSet claims, String raw, String name, String subject, Instant expiry) {
        this.claims = claims;
        this.raw = raw;
        this.name = name;
        this.subject = subject;
        this.expiry = expiry;
        this.groups = Set.copyOf(texts(claims.getClaim(Claims.groups.name())));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getSubject() {
        return subject;
    }

    @Override
    public Set<String> getGroups() {
        return groups;
    }

    /** The user that the token names. An e-mail address that cannot be stored counts as missing; a name is cleaned. */
    public SignedInUser user() {
        return new SignedInUser(
                getIssuer(),
                subject,
                ClaimTexts.address(text("email")),
                isTrue("email_verified"),
                ClaimTexts.name(text("name")));
    }

    public Instant expiry() {
        return expiry;
    }

    /** The {@code scope} claim (RFC 8693 section 4.2), split at spaces. */
    public Set<String> scopes() {
        return claims.getClaim("scope") instanceof String scope
                ? Set.copyOf(List.of(scope.trim().split(" +", 0)))
                : Set.of();
    }

    /** A text claim; null if it is missing or of another type. */
    public @Nullable String text(String claim) {
        return claims.getClaim(claim) instanceof String text ? text : null;
    }

    /** Whether a claim is {@code true}; some identity providers write it as a string. */
    public boolean isTrue(String claim) {
        Object value = claims.getClaim(claim);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    @Override
    public Set<String> getClaimNames() {
        Set<String> names = new LinkedHashSet<>(claims.getClaims().keySet());
        names.add(Claims.raw_token.name());
        return names;
    }

    /** Times are seconds since the epoch, audience and groups are sets, other claims are JSON-P values or strings. */
    @Override
    // the signature is defined by MicroProfile JWT
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <T> T getClaim(String claim) {
        return (T) value(claim);
    }

    private @Nullable Object value(String claim) {
        if (claim.equals(Claims.raw_token.name())) {
            return raw;
        }
        if (claim.equals(Claims.groups.name())) {
            return groups;
        }
        Object value = claims.getClaim(claim);
        if (claim.equals(Claims.aud.name())) {
            return value == null ? null : new LinkedHashSet<>(claims.getAudience());
        }
        if (value instanceof Date time) {
            return time.toInstant().getEpochSecond();
        }
        return value == null || value instanceof String ? value : JsonValues.of(value);
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The name only: the token itself stays out of logs. */
    @Override
    public String toString() {
        return "VerifiedToken[" + name + "]";
    }

    Map<String, Object> claims() {
        return claims.getClaims();
    }
}
