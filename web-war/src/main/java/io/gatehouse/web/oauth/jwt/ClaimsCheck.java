package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Checks the claims as MicroProfile JWT requires: {@code exp}, {@code iat} and {@code sub} must be there. */
final class ClaimsCheck {

    private final TokenUse use;
    private final InstantSource clock;

    ClaimsCheck(TokenUse use, InstantSource clock) {
        this.use = use;
        this.clock = clock;
    }

    JwtVerdict check(JWTClaimsSet claims, String raw, TrustedIssuer trusted) {
        Date expiry = claims.getExpirationTime();
        String subject = claims.getSubject();
        if (expiry == null || claims.getIssueTime() == null || isBlank(subject)) {
            return new JwtVerdict.Rejected("The token lacks exp, iat or sub");
        }
        if (!ClaimTexts.isSubject(subject)) {
            return new JwtVerdict.Rejected("The sub is longer than 255 characters, or holds a control character");
        }
        String otherUse = use.fault(claims);
        String fault = otherUse == null ? fault(claims, expiry.toInstant(), trusted) : otherUse;
        if (fault != null) {
            return new JwtVerdict.Rejected(fault);
        }
        Instant until = expiry.toInstant().plus(trusted.clockSkew());
        Duration maximumAge = trusted.maximumAge();
        if (maximumAge != null) {
            Instant tooOld = claims.getIssueTime().toInstant().plus(maximumAge).plus(trusted.clockSkew());
            until = tooOld.isBefore(until) ? tooOld : until;
        }
        return new JwtVerdict.Accepted(new VerifiedToken(claims, raw, name(claims, subject), subject, until));
    }

    private @Nullable String fault(JWTClaimsSet claims, Instant expiry, TrustedIssuer trusted) {
        Instant now = clock.instant();
        Instant earliest = now.minus(trusted.clockSkew());
        Instant latest = now.plus(trusted.clockSkew());
        Date notBefore = claims.getNotBeforeTime();
        Instant issued = claims.getIssueTime().toInstant();
        Duration maximumAge = trusted.maximumAge();
        if (!expiry.isAfter(earliest)) {
            return "The token has expired";
        }
        if (notBefore != null && notBefore.toInstant().isAfter(latest)) {
            return "The token is not valid yet";
        }
        if (issued.isAfter(latest)) {
            return "The token is from the future";
        }
        if (maximumAge != null && !issued.plus(maximumAge).isAfter(earliest)) {
            return "The token is too old";
        }
        if (!trusted.audiences().isEmpty() && Collections.disjoint(trusted.audiences(), claims.getAudience())) {
            return "The token is for another audience";
        }
        return null;
    }

    /** MicroProfile JWT 2.1 section 5.1.1: {@code upn}, or else {@code preferred_username}, or else {@code sub}. */
    private static String name(JWTClaimsSet claims, String subject) {
        for (String claim : new String[] {"upn", "preferred_username"}) {
            if (claims.getClaim(claim) instanceof String name && !name.isBlank() && ClaimTexts.isClean(name)) {
                return name;
            }
        }
        return subject;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
