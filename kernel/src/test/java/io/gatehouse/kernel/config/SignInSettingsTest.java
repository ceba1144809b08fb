package io.gatehouse.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of the sign-in with a browser. */
class SignInSettingsTest {

    private static final String SECRET = "hunter2-hunter2";

    private final Map<String, String> values = new HashMap<>();

    @Test
    void developmentSignsInAtTheBuiltInIssuer() {
        OidcSettings oidc = OidcSettings.from(settings()).orElseThrow();

        assertThat(oidc.issuer()).isEqualTo("http://127.0.0.1:8080/dev");
        assertThat(oidc.clientSecret()).isNull();
        assertThat(oidc.scopes()).contains("openid");
    }

    @Test
    void productionHasNoSignInWithoutAClientId() {
        production();

        assertThat(OidcSettings.from(settings())).isEmpty();
        StartCheck.require(settings());
    }

    @Test
    void theIssuerDefaultsToTheOneOfTheApi() {
        production();
        values.put("gatehouse.oidc.client-id", "page");
        assertThat(OidcSettings.from(settings()).orElseThrow().issuer()).isEqualTo("https://issuer.example");

        values.put("gatehouse.oidc.issuer", "https://other.example");
        assertThat(OidcSettings.from(settings()).orElseThrow().issuer()).isEqualTo("https://other.example");
    }

    @Test
    void anIssuerOrASecretWithoutAClientIdIsRefused() {
        for (String key : new String[] {"gatehouse.oidc.issuer", "gatehouse.oidc.client-secret"}) {
            values.clear();
            values.put(key, key.endsWith("issuer") ? "https://idp.example" : SECRET);

            assertRefused("gatehouse.oidc.client-id is not set");
        }
    }

    @Test
    void anIssuerThatIsNotAnAddressIsRefused() {
        values.put("gatehouse.oidc.client-id", "page");
        values.put("gatehouse.oidc.issuer", "idp.example");

        assertRefused("gatehouse.oidc.issuer=idp.example");
    }

    @Test
    void productionSignsInOverTlsOnly() {
        production();
        values.put("gatehouse.oidc.client-id", "page");
        values.put("gatehouse.oidc.issuer", "http://idp.example");

        assertRefused("gatehouse.oidc.issuer=http://idp.example");
    }

    @Test
    void scopesMustNameOpenid() {
        values.put("gatehouse.oidc.scopes", "profile openid-not");

        assertRefused("gatehouse.oidc.scopes");
    }

    @Test
    void theSecretIsNotPrinted() {
        values.put("gatehouse.oidc.client-id", "page");
        values.put("gatehouse.oidc.client-secret", SECRET);
        OidcSettings oidc = OidcSettings.from(settings()).orElseThrow();

        assertThat(oidc.clientSecret()).isEqualTo(SECRET);
        assertThat(oidc.toString()).doesNotContain(SECRET);
    }

    @Test
    void aSessionHasIdleTimeAndLifetimeByDefault() {
        SessionSettings session = SessionSettings.from(settings());

        assertThat(session.idle()).isEqualTo(Duration.ofHours(1));
        assertThat(session.lifetime()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void anIdleTimeOverTheLifetimeIsRefused() {
        values.put("gatehouse.session.idle", "PT13H");

        assertRefused("gatehouse.session.idle is longer");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET);
    }

    private Settings settings() {
        return Settings.of(values);
    }

    private void production() {
        values.putAll(Map.of(
                "gatehouse.mode", "production",
                "gatehouse.public-url", "https://gatehouse.example",
                "gatehouse.db.url", "jdbc:postgresql://db/gatehouse",
                "gatehouse.encryption.key", Base64.getEncoder().encodeToString(new byte[32]),
                "mp.jwt.verify.issuer", "https://issuer.example",
                "mp.jwt.verify.audiences", "gatehouse",
                "mp.jwt.verify.publickey.location", "https://issuer.example/jwks"));
    }
}
