package io.gatehouse.web.oauth.jwt;

import io.gatehouse.kernel.config.DevelopmentIssuer;
import java.util.Optional;

/**
 * The development issuer as a trusted issuer. The bean is in the module {@code dev}, which the EAR and the WAR for
 * production do not contain.
 */
public interface TrustedDevelopmentIssuer extends DevelopmentIssuer {

    /** Empty in production mode. */
    Optional<TrustedIssuer> trusted();
}
