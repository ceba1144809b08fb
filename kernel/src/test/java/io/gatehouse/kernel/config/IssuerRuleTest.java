package io.gatehouse.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssuerRuleTest {

    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String LOCATION = "mp.jwt.verify.publickey.location";

    @Test
    void withTheDevelopmentIssuerNoIdentityProviderIsRequired() {
        assertThat(faults(true, Map.of())).isEmpty();
        StartCheck.require(settings(Map.of()), true);
    }

    @Test
    void withoutTheDevelopmentIssuerAnIdentityProviderIsRequired() {
        assertThatThrownBy(() -> StartCheck.require(settings(Map.of()), false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Gatehouse cannot run with this configuration:\n"
                        + "  - mp.jwt.verify.issuer is not set: name the identity provider whose tokens are accepted."
                        + " The development issuer is in the runnable JAR (gatehouse-micro.jar) only"
                        + " (MP_JWT_VERIFY_ISSUER)");
        StartCheck.require(
                settings(Map.of(ISSUER, "https://idp.example", LOCATION, "https://idp.example/certs")), false);
    }

    @Test
    void faultsOfOtherRulesAreNotRepeated() {
        assertThat(faults(false, Map.of(LOCATION, "https://idp.example/certs"))).isEmpty();
        assertThat(faults(false, Map.of("mp.jwt.verify.publickey", "garbage"))).isEmpty();
        assertThat(faults(false, Map.of("gatehouse.mode", "production"))).isEmpty();
    }

    @Test
    void theDevelopmentIssuersOwnNameIsRefusedWithOrWithoutIt() {
        Map<String, String> own =
                Map.of(ISSUER, "http://127.0.0.1:8080/dev", LOCATION, "http://127.0.0.1:8080/dev/jwks");
        for (boolean deployed : new boolean[] {true, false}) {
            assertThatThrownBy(() -> StartCheck.require(settings(own), deployed))
                    .hasMessageContaining("/dev is the development issuer's own name");
        }
    }

    private static List<String> faults(boolean developmentIssuer, Map<String, String> values) {
        return new IssuerRule(developmentIssuer).faults(Settings.of(values));
    }

    /** With an encryption key, so that none is created. */
    private static Settings settings(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("gatehouse.encryption.key", Base64.getEncoder().encodeToString(new byte[32]));
        return Settings.of(all);
    }
}
