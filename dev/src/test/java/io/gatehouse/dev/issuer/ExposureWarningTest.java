package io.gatehouse.dev.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExposureWarningTest {

    @Test
    void aDeploymentForThisMachineAloneIsNotWarnedOf() {
        assertThat(warning(Map.of())).isEmpty();
        assertThat(warning(Map.of("gatehouse.public-url", "http://localhost:8080")))
                .isEmpty();
        assertThat(warning(Map.of("gatehouse.public-url", "http://[::1]:8080"))).isEmpty();
    }

    @Test
    void aPublicAddressOrAnIdentityProviderIsAReason() {
        assertThat(warning(Map.of("gatehouse.public-url", "https://agents.example")))
                .contains("gatehouse.public-url", "gatehouse.mode=production");
        assertThat(warning(Map.of("mp.jwt.verify.issuer", "https://idp.example")))
                .contains("mp.jwt.verify.issuer", "gatehouse.mode=production");
    }

    @Test
    void productionHasNoSuchIssuer() {
        assertThat(warning(Map.of("gatehouse.mode", "production", "gatehouse.public-url", "https://agents.example")))
                .isEmpty();
    }

    private static String warning(Map<String, String> values) {
        return ExposureWarning.text(Settings.of(values)).orElse("");
    }
}
