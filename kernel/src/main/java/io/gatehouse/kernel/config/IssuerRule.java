package io.gatehouse.kernel.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses a deployment in development mode without any issuer: it does not contain the development issuer, and its
 * configuration names no identity provider. In production mode, {@link ProductionRule} always requires one.
 */
final class IssuerRule implements ConfigurationRule {

    private final boolean developmentIssuer;

    /** @param developmentIssuer whether the deployment contains it */
    IssuerRule(boolean developmentIssuer) {
        this.developmentIssuer = developmentIssuer;
    }

    @Override
    public List<String> faults(Settings settings) {
        if (developmentIssuer || settings.isProduction() || isPartlySet(settings)) {
            return List.of();
        }
        return List.of(JwtSettings.ISSUER + " is not set: name the identity provider whose tokens are accepted. The"
                + " development issuer is in the runnable JAR (gatehouse-micro.jar) only");
    }

    /** If one of these is set, {@link JwtKeysRule} reports what is missing. */
    private static boolean isPartlySet(Settings settings) {
        return Stream.of(JwtSettings.ISSUER, JwtSettings.KEY, JwtSettings.LOCATION)
                .anyMatch(key -> settings.text(key).isPresent());
    }
}
