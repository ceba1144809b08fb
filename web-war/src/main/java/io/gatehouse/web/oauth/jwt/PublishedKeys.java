package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.RSAKey;
import io.gatehouse.kernel.crypto.IssuerKey;
import io.gatehouse.kernel.crypto.IssuerKeySet;
import io.gatehouse.kernel.crypto.KeyDocument;
import io.gatehouse.kernel.http.BoundedHttp;
import io.gatehouse.kernel.http.SingleFlight;
import java.io.IOException;
import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys fetched from a location. A fetched set is used for ten minutes. An unknown key id triggers a new fetch, at most
 * twice per interval: a rotation is noticed at once, and forged key ids cannot flood the issuer. One caller fetches at
 * a time; the others continue with the previous set, if there is one.
 *
 * <p>If the issuer does not answer, the previous set remains in use for up to four hours. Without one,
 * {@link #candidates} throws; the limit of fetches applies then as well.
 */
public final class PublishedKeys implements IssuerKeys {

    private static final long REFRESH_AFTER = Duration.ofMinutes(10).toNanos();
    private static final long MAX_AGE_IN_OUTAGE = Duration.ofHours(4).toNanos();

    private final KeySource source;
    private final FetchBudget budget;
    private final LongSupplier nanoTime;
    private final KeyLog log;
    private final SingleFlight<Known> flight = new SingleFlight<>();
    private volatile @Nullable Known known;

    private record Known(JWKSet keys, long fetchedAt) {}

    /**
     * @param name the name of the location in log messages
     * @param fetchInterval at most two fetches are made within it
     * @param nanoTime as of {@link System#nanoTime()}
     */
    PublishedKeys(String name, KeySource source, Duration fetchInterval, LongSupplier nanoTime) {
        this.source = source;
        this.budget = new FetchBudget(fetchInterval);
        this.nanoTime = nanoTime;
        this.log = new KeyLog(name);
    }

    /** The keys of the JWKS at an address. */
    public static PublishedKeys at(URI location, Duration fetchInterval) {
        return at(location.toString(), fetchInterval);
    }

    static PublishedKeys at(String location, Duration fetchInterval) {
        KeyLocation source = new KeyLocation(location, BoundedHttp.withRedirects(BoundedHttp.Limits.SMALL_DOCUMENT));
        return new PublishedKeys(location, source, fetchInterval, System::nanoTime);
    }

    @Override
    public List<JWK> candidates(JWSHeader header) throws KeysUnavailableException {
        JWKSelector wanted = new JWKSelector(matcher(header));
        long now = nanoTime.getAsLong();
        Known present = known;
        if (present == null || now - present.fetchedAt() >= MAX_AGE_IN_OUTAGE) {
            return wanted.select(fetched(present).keys());
        }
        List<JWK> found = wanted.select(present.keys());
        boolean recent = now - present.fetchedAt() < REFRESH_AFTER;
        if (!found.isEmpty() && (recent || flight.isUnderWay())) {
            return found;
        }
        try {
            return wanted.select(fetched(present).keys());
        } catch (KeysUnavailableException e) {
            return found;
        }
    }

    private static JWKMatcher matcher(JWSHeader header) {
        JWSAlgorithm algorithm = header.getAlgorithm();
        JWKMatcher.Builder matcher = new JWKMatcher.Builder()
                .keyType(KeyType.forAlgorithm(algorithm))
                .algorithms(algorithm, null);
        if (header.getKeyID() != null) {
            matcher.keyIDs(header.getKeyID(), null);
        }
        return matcher.build();
    }

    /** Fetches a set newer than the given one. */
    private Known fetched(@Nullable Known present) throws KeysUnavailableException {
        try {
            return flight.get(() -> {
                Known latest = known;
                return latest != null && !latest.equals(present) ? latest : fetch();
            });
        } catch (IOException e) {
            throw new KeysUnavailableException("the key set is not available", e);
        }
    }

    private Known fetch() throws IOException {
        long now = nanoTime.getAsLong();
        if (!budget.take(now)) {
            throw new IOException("the key set was requested a moment ago");
        }
        try {
            IssuerKeySet set = KeyDocument.read(source.read());
            if (set.keys().isEmpty()) {
                throw new IOException("none of its keys is usable: " + set.reasons());
            }
            log.available(set);
            Known fresh = new Known(
                    new JWKSet(set.keys().stream().map(PublishedKeys::jwk).toList()), now);
            known = fresh;
            return fresh;
        } catch (IOException | IllegalArgumentException e) {
            log.unavailable(String.valueOf(e.getMessage()));
            throw new IOException(e);
        }
    }

    private static JWK jwk(IssuerKey key) {
        JWSAlgorithm algorithm = key.algorithm() == null ? null : JWSAlgorithm.parse(key.algorithm());
        if (key.key() instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).keyID(key.id()).algorithm(algorithm).build();
        }
        ECPublicKey ec = (ECPublicKey) key.key();
        return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                .keyID(key.id())
                .algorithm(algorithm)
                .build();
    }
}
