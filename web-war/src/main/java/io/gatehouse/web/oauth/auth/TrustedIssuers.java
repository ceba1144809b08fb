package io.gatehouse.web.oauth.auth;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.oauth.AgentIssuer;
import io.gatehouse.web.oauth.jwt.ConfiguredIssuer;
import io.gatehouse.web.oauth.jwt.JwtVerifier;
import io.gatehouse.web.oauth.jwt.TrustedDevelopmentIssuer;
import io.gatehouse.web.oauth.jwt.TrustedIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Trusts the configured issuer, the issuer of agents' JWTs and, outside production mode, the development issuer if the
 * deployment contains it.
 */
@ApplicationScoped
class TrustedIssuers {

    @Inject
    Settings settings;

    @Inject
    Instance<TrustedDevelopmentIssuer> developmentIssuer;

    @Inject
    AgentIssuer agentIssuer;

    @Inject
    InstantSource clock;

    @Produces
    JwtVerifier verifier() {
        List<TrustedIssuer> issuers = new ArrayList<>();
        ConfiguredIssuer.from(settings).ifPresent(issuers::add);
        issuers.add(agentIssuer.trusted());
        developmentIssuer.stream().flatMap(issuer -> issuer.trusted().stream()).forEach(issuers::add);
        return new JwtVerifier(issuers, clock);
    }
}
