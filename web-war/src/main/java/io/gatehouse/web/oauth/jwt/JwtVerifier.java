package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies JWTs as MicroProfile JWT 2.1 requires: a signature by a trusted issuer's key, and valid claims.
 *
 * <p>The issuer's configuration and the type of its key decide the algorithm, never the token alone, so neither
 * {@code none} nor HMAC with a public key is accepted (RFC 8725 sections 3.1 and 3.2).
 */
public final class JwtVerifier {

    /** In characters; longer tokens are refused without parsing. */
    public static final int MAX_LENGTH = 8 * 1024;

    private static final Logger LOG = Logger.getLogger(JwtVerifier.class.getName());
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int MAX_CANDIDATES = 8;

    private final Map<String, TrustedIssuer> issuers;
    private final TokenUse use;
    private final ClaimsCheck claimsCheck;

    /** A verifier of bearer tokens. */
    public JwtVerifier(List<TrustedIssuer> issuers, InstantSource clock) {
        this(issuers, TokenUse.BEARER, clock);
    }

    private JwtVerifier(List<TrustedIssuer> issuers, TokenUse use, InstantSource clock) {
        this.issuers = issuers.stream().collect(Collectors.toMap(TrustedIssuer::issuer, Function.identity()));
        this.use = use;
        this.claimsCheck = new ClaimsCheck(use, clock);
    }

    /** A verifier of one provider's ID tokens. */
    public static JwtVerifier ofIdTokens(TrustedIssuer provider, InstantSource clock) {
        return new JwtVerifier(List.of(provider), TokenUse.IDENTITY, clock);
    }

    public JwtVerdict verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return new JwtVerdict.Rejected("The token is too long");
        }
        SignedJWT jwt;
        JWTClaimsSet claims;
        try {
            jwt = SignedJWT.parse(token);
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException | IllegalArgumentException e) {
            LOG.log(Level.FINE, "a bearer token is not a signed JWT", e);
            return new JwtVerdict.Rejected("The token is not a signed JWT");
        }
        String issuer = claims.getIssuer();
        TrustedIssuer trusted = issuer == null ? null : issuers.get(issuer);
        if (trusted == null) {
            return new JwtVerdict.Rejected("The issuer is not trusted");
        }
        return verify(jwt, claims, token, trusted);
    }

    private JwtVerdict verify(SignedJWT jwt, JWTClaimsSet claims, String raw, TrustedIssuer trusted) {
        JWSHeader header = jwt.getHeader();
        if (!trusted.algorithms().contains(header.getAlgorithm()) || !use.admits(header.getType())) {
            return new JwtVerdict.Rejected("The algorithm or type of the token is not accepted");
        }
        try {
            List<JWK> candidates = trusted.keys().candidates(header);
            if (candidates.isEmpty()) {
                return new JwtVerdict.Rejected("The issuer has no such key");
            }
            if (candidates.stream().limit(MAX_CANDIDATES).noneMatch(key -> isSignedBy(jwt, key))) {
                return new JwtVerdict.Rejected("The signature does not verify");
            }
        } catch (KeysUnavailableException e) {
            LOG.log(Level.FINE, e, () -> "the keys of " + trusted.issuer() + " are not available");
            return new JwtVerdict.KeysUnavailable(RETRY_AFTER);
        }
        return claimsCheck.check(claims, raw, trusted);
    }

    private static boolean isSignedBy(SignedJWT jwt, JWK key) {
        try {
            JWSVerifier verifier = verifier(key);
            return verifier != null && jwt.verify(verifier);
        } catch (JOSEException e) {
            LOG.log(Level.FINE, "a signature cannot be verified", e);
            return false;
        }
    }

    private static @Nullable JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key.getKeyType().getValue()) {
            case "RSA" -> new RSASSAVerifier(key.toRSAKey().toRSAPublicKey());
            case "EC" -> new ECDSAVerifier(key.toECKey().toECPublicKey());
            default -> null;
        };
    }
}
