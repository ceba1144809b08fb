package io.gatehouse.install.catalog.template;

import io.gatehouse.install.token.InstallTokenKeys;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.InstallSettings;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Creates this deployment's {@link InstallTokens} from its configuration. */
@ApplicationScoped
public class DeploymentTokens {

    /** One instance per node, because it counts the nonces. */
    @Produces
    @Singleton
    InstallTokens tokens(Settings settings, InstantSource clock) {
        InstallSettings install = settings.install();
        return new InstallTokens(
                keys(settings.encryption()), install.audience(), install.tokenTtl(), clock, new SecureRandom());
    }

    private static InstallTokenKeys keys(EncryptionKeys keys) {
        byte[] previous = keys.previous();
        return previous == null
                ? InstallTokenKeys.of(keys.current())
                : InstallTokenKeys.rotated(keys.current(), previous);
    }
}
