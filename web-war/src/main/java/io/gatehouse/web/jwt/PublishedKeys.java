package io.gatehouse.web.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Keys that stand somewhere to be fetched. A fetched set is kept for a while; a key id that is not in it has the set
 * fetched again, at most twice an interval, so that a rotation is seen at once and forged key ids cannot flood the
 * issuer. When the issuer does not answer, the set fetched last goes on for some hours; where there is none, nobody can
 * say which keys there are, however seldom the issuer is asked.
 */
public final class PublishedKeys implements IssuerKeys {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration FETCH_PATIENCE = Duration.ofSeconds(5);
    private static final Duration OUTAGE_PATIENCE = Duration.ofHours(4);

    private final JWKSource<SecurityContext> keys;
    private volatile boolean known;

    /** @param fetchInterval of two fetches for unknown key ids within it a third is not made */
    public PublishedKeys(JWKSetSource<SecurityContext> source, Duration fetchInterval) {
        keys = JWKSourceBuilder.create(source)
                .cache(KEPT.toMillis(), FETCH_PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(fetchInterval.toMillis())
                .outageTolerant(OUTAGE_PATIENCE.toMillis())
                .build();
    }

    /** The keys at an address: a JWKS. */
    public static PublishedKeys at(URI location, Duration fetchInterval) {
        return new PublishedKeys(new KeyLocation(location.toString()), fetchInterval);
    }

    @Override
    public List<JWK> candidates(JWSHeader header) throws KeysUnavailableException {
        JWSAlgorithm algorithm = header.getAlgorithm();
        JWKMatcher.Builder matcher = new JWKMatcher.Builder()
                .keyType(KeyType.forAlgorithm(algorithm))
                .keyUses(KeyUse.SIGNATURE, null)
                .algorithms(algorithm, null);
        if (header.getKeyID() != null) {
            matcher.keyIDs(header.getKeyID(), null);
        }
        try {
            List<JWK> candidates = keys.get(new JWKSelector(matcher.build()), null);
            known = true;
            return candidates;
        } catch (RateLimitReachedException e) {
            if (known) {
                return List.of();
            }
            throw new KeysUnavailableException("the key set could not be fetched a moment ago", e);
        } catch (KeySourceException e) {
            known = false;
            throw new KeysUnavailableException("fetching the key set failed", e);
        }
    }
}
