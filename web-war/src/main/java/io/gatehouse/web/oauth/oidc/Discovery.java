package io.gatehouse.web.oauth.oidc;

import io.gatehouse.kernel.config.OidcSettings;
import io.gatehouse.kernel.http.SingleFlight;
import io.gatehouse.kernel.outage.OutageLog;
import io.gatehouse.web.oauth.jwt.JwtVerifier;
import io.gatehouse.web.oauth.jwt.PublishedKeys;
import io.gatehouse.web.oauth.jwt.TrustedIssuer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The provider's metadata, and the verifier with its keys. The metadata is fetched every ten minutes, by one caller at
 * a time. While the provider does not respond, the previous metadata stays in use and the provider is asked at most
 * every five seconds.
 */
final class Discovery {

    private static final Logger LOG = Logger.getLogger(Discovery.class.getName());
    private static final Duration REFRESH_AFTER = Duration.ofMinutes(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final Duration KEY_FETCH_INTERVAL = Duration.ofSeconds(30);
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final InstantSource clock;
    private final OutageLog outages = new OutageLog(LOG, "The OpenID provider");
    private final SingleFlight<Provider> asking = new SingleFlight<>();
    private volatile @Nullable Provider known;
    private volatile Instant askAgain = Instant.MIN;

    Discovery(OidcSettings settings, ProviderHttp http, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    record Provider(ProviderMetadata metadata, JwtVerifier idTokens) {}

    Provider provider() throws ProviderUnavailableException {
        Provider present = known;
        if (clock.instant().isBefore(askAgain) || (present != null && asking.isUnderWay())) {
            return orUnavailable(present);
        }
        try {
            return asking.get(() -> clock.instant().isBefore(askAgain) ? orUnavailable(known) : ask(present));
        } catch (ProviderUnavailableException e) {
            throw e;
        } catch (IOException e) { // another caller's fetch failed, or takes too long
            if (present == null) {
                throw new ProviderUnavailableException("the OpenID provider cannot be asked: " + e.getMessage(), e);
            }
            return present;
        }
    }

    private Provider ask(@Nullable Provider present) throws ProviderUnavailableException {
        try {
            ProviderMetadata metadata = fetch();
            outages.answered();
            JwtVerifier idTokens = present != null && present.metadata().keys().equals(metadata.keys())
                    ? present.idTokens() // keeps the keys that it has fetched
                    : verifier(metadata);
            Provider fresh = new Provider(metadata, idTokens);
            known = fresh;
            askAgain = clock.instant().plus(REFRESH_AFTER);
            return fresh;
        } catch (ProviderUnavailableException e) {
            askAgain = clock.instant().plus(RETRY_AFTER);
            outages.failed(String.valueOf(e.getMessage()));
            if (present == null) {
                throw e;
            }
            return present;
        }
    }

    private static Provider orUnavailable(@Nullable Provider present) throws ProviderUnavailableException {
        if (present == null) {
            throw new ProviderUnavailableException("the OpenID provider did not answer a moment ago");
        }
        return present;
    }

    private ProviderMetadata fetch() throws ProviderUnavailableException {
        URI address = URI.create(settings.issuer().replaceFirst("/$", "") + DOCUMENT);
        ProviderHttp.Answer answer = http.get(address);
        if (answer.status() != 200) {
            throw new ProviderUnavailableException(address + " answered " + answer.status());
        }
        return ProviderMetadata.from(answer.body(), settings.issuer());
    }

    private JwtVerifier verifier(ProviderMetadata metadata) {
        TrustedIssuer issuer = new TrustedIssuer(
                settings.issuer(),
                Set.of(settings.clientId()),
                TrustedIssuer.SUPPORTED,
                PublishedKeys.at(metadata.keys(), KEY_FETCH_INTERVAL),
                CLOCK_SKEW,
                null);
        return JwtVerifier.ofIdTokens(issuer, clock);
    }
}
