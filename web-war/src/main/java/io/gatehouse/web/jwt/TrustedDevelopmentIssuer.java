package io.gatehouse.web.jwt;

import io.gatehouse.kernel.config.DevelopmentIssuer;
import java.util.Optional;

/** The development issuer as one to trust. The module {@code dev} has the bean, and what production deploys has none. */
public interface TrustedDevelopmentIssuer extends DevelopmentIssuer {

    /** Empty in production mode. */
    Optional<TrustedIssuer> trusted();
}
