package io.gatehouse.kernel.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses a deployment in development mode whose users could get no token: it holds no development issuer, and names no
 * identity provider either. Of production the {@link ProductionRule} demands one in any case.
 */
final class IssuerRule implements ConfigurationRule {

    private final boolean developmentIssuer;

    /** @param developmentIssuer whether the deployment holds it */
    IssuerRule(boolean developmentIssuer) {
        this.developmentIssuer = developmentIssuer;
    }

    @Override
    public List<String> faults(Settings settings) {
        if (developmentIssuer || settings.isProduction() || isBegun(settings)) {
            return List.of();
        }
        return List.of(JwtSettings.ISSUER + " is not set: name the identity provider whose tokens are accepted. The"
                + " development issuer is in the runnable JAR (gatehouse-micro.jar) only");
    }

    /** Where one of these is set, {@link JwtKeysRule} says what else is needed. */
    private static boolean isBegun(Settings settings) {
        return Stream.of(JwtSettings.ISSUER, JwtSettings.KEY, JwtSettings.LOCATION)
                .anyMatch(key -> settings.text(key).isPresent());
    }
}
