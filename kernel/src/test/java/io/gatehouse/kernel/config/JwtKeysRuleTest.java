package io.gatehouse.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of the MicroProfile JWT keys at the start. */
class JwtKeysRuleTest {

    private static final String PEM = pem();

    private final Map<String, String> values = new HashMap<>(Map.of(
            "mp.jwt.verify.issuer", "https://idp.example",
            "mp.jwt.verify.publickey.location", "https://idp.example/certs"));

    @Test
    void anIssuerWithARemoteKeySetIsAcceptedWithoutFetchingIt() {
        StartCheck.require(settings());
        values.clear();
        StartCheck.require(settings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "RS256,ES256"})
    void supportedAlgorithmsAreAccepted(String algorithm) {
        values.put("mp.jwt.verify.publickey.algorithm", algorithm);
        StartCheck.require(settings());
        assertThat(JwtSettings.from(settings()).orElseThrow().algorithms()).isEqualTo(Set.of(algorithm.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mp.jwt.verify.publickey.algorithm | HS256 | =HS256 is not supported",
                "mp.jwt.verify.publickey.algorithm | EdDSA | =EdDSA is not supported",
                "mp.jwt.verify.publickey.algorithm | RS256,none | =none is not supported",
                "mp.jwt.verify.publickey.algorithm | rs256 | =rs256 is not supported",
                "mp.jwt.verify.clock.skew | abc | =abc is no number of seconds",
                "mp.jwt.verify.clock.skew | -1 | =-1 is negative",
                "mp.jwt.verify.clock.skew | 99999999999 | is no number of seconds",
                "mp.jwt.verify.token.age | PT5M | =PT5M is no number of seconds",
                "mp.jwt.verify.issuer | http://127.0.0.1:8080/dev | is the development issuer's own name",
                "mp.jwt.verify.publickey | garbage | and mp.jwt.verify.publickey.location are both set",
                "mp.jwt.verify.publickey.location | classpath:META-INF/nothing.pem | cannot be read",
                "mp.jwt.verify.publickey.location | classpath: | cannot be read",
                "mp.jwt.verify.publickey.location | file:///nowhere/key.pem | cannot be read",
                "mp.jwt.verify.publickey.location | file:relative | cannot be read",
                "mp.jwt.verify.publickey.location | /nowhere/key.pem | cannot be read",
                "mp.jwt.verify.publickey.location | / | cannot be read",
                "mp.jwt.verify.publickey.location | https:///certs | is no http or https address",
                "mp.jwt.verify.publickey.location | https://idp example/certs | is no http or https address",
                "mp.jwt.verify.publickey.location | https://idp.example:99999/ | is no http or https address",
                "mp.jwt.verify.publickey.location | https://a:b@idp.example/ | has a user in it",
                "gatehouse.jwt.key-fetch-interval | 30 | is no ISO 8601 duration",
                "gatehouse.jwt.key-fetch-interval | PT-1S | is not ",
            })
    void anInvalidValueIsRefusedWithTheNameOfItsKey(String key, String value, String why) {
        values.put(key, value);
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("  - " + key)
                .hasMessageContaining(why);
    }

    @Test
    void allFaultsAreInOneMessage() {
        values.put("mp.jwt.verify.publickey.algorithm", "HS256");
        values.put("mp.jwt.verify.clock.skew", "abc");
        values.put("mp.jwt.verify.token.age", "abc");
        values.put("mp.jwt.verify.publickey", "garbage");
        values.put("mp.jwt.verify.audiences", "api, page");
        values.put("gatehouse.oidc.client-id", "page");
        values.put("gatehouse.jwt.key-fetch-interval", "x");
        values.put("gatehouse.install.token-ttl", "x");
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .hasMessageContaining("  - mp.jwt.verify.publickey.algorithm=")
                .hasMessageContaining("  - mp.jwt.verify.clock.skew=")
                .hasMessageContaining("  - mp.jwt.verify.token.age=")
                .hasMessageContaining("  - mp.jwt.verify.publickey holds no public key")
                .hasMessageContaining("  - mp.jwt.verify.publickey and ")
                .hasMessageContaining("  - mp.jwt.verify.audiences names page")
                .hasMessageContaining("  - gatehouse.jwt.key-fetch-interval=")
                .hasMessageContaining("  - gatehouse.install.token-ttl=");
    }

    @Test
    void aConfiguredKeyMustBeUsable(@TempDir Path directory) throws IOException {
        values.remove("mp.jwt.verify.publickey.location");
        for (String good : new String[] {PEM, "{\"keys\":[{\"kty\":\"oct\"}," + jwk() + "]}"}) {
            values.put("mp.jwt.verify.publickey", good);
            StartCheck.require(settings());
        }
        for (String bad : new String[] {"garbage", "{\"keys\":[]}", "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}"}) {
            values.put("mp.jwt.verify.publickey", bad);
            assertThatThrownBy(() -> StartCheck.require(settings()))
                    .hasMessageContaining("  - mp.jwt.verify.publickey holds no ")
                    .extracting(Throwable::getMessage)
                    .asString()
                    .doesNotContain("garbage", "c2VjcmV0");
        }
        values.put("mp.jwt.verify.publickey", PEM);
        values.put("mp.jwt.verify.publickey.algorithm", "ES256");
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .hasMessageContaining("holds no key for mp.jwt.verify.publickey.algorithm=ES256");
        values.put("mp.jwt.verify.publickey.algorithm", "PS256");
        StartCheck.require(settings());

        values.remove("mp.jwt.verify.publickey");
        Path file = Files.writeString(directory.resolve("key.pem"), PEM);
        for (String location : new String[] {file.toString(), file.toUri().toString()}) {
            values.put("mp.jwt.verify.publickey.location", location);
            StartCheck.require(settings());
        }
        Files.writeString(file, "garbage");
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .hasMessageContaining("mp.jwt.verify.publickey.location=")
                .hasMessageContaining("holds no public key");
    }

    @Test
    void issuerAndKeyRequireEachOther() {
        values.remove("mp.jwt.verify.publickey.location");
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .hasMessageContaining("mp.jwt.verify.publickey.location is not set");
        values.clear();
        values.put("mp.jwt.verify.publickey", PEM);
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .hasMessageContaining("mp.jwt.verify.issuer is not set");
    }

    @Test
    void theProviderOfSignInMustHaveAnHttpAddress() {
        values.put("gatehouse.oidc.client-id", "page");
        StartCheck.require(settings());
        values.put("mp.jwt.verify.issuer", "https://idp example");
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .hasMessageContaining("mp.jwt.verify.issuer is no address of an OpenID provider");
        values.put("gatehouse.oidc.issuer", "https://idp.example:99999");
        assertThatThrownBy(() -> StartCheck.require(settings())).hasMessageContaining("  - gatehouse.oidc.issuer");
    }

    @Test
    void theClientIdOfTheBrowserIsRefusedAsAudience() {
        values.put("gatehouse.oidc.client-id", "page");
        values.put("mp.jwt.verify.audiences", "page");
        assertThatThrownBy(() -> StartCheck.require(settings()))
                .hasMessageContaining("mp.jwt.verify.audiences names page, which is gatehouse.oidc.client-id");
        values.put("mp.jwt.verify.audiences", "pages");
        StartCheck.require(settings());
    }

    @Test
    void settingsHaveTheConfiguredValues() {
        values.put("mp.jwt.verify.clock.skew", "30");
        values.put("mp.jwt.verify.token.age", "60");
        values.put("mp.jwt.verify.audiences", "a, b,");
        JwtSettings jwt = JwtSettings.from(settings()).orElseThrow();
        assertThat(jwt.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(jwt.maximumAge()).isEqualTo(Duration.ofSeconds(60));
        assertThat(jwt.audiences()).containsExactlyInAnyOrder("a", "b");
        assertThat(jwt.algorithms()).containsExactlyInAnyOrder("RS256", "ES256");
        assertThat(jwt.keyFetchInterval()).isEqualTo(Duration.ofSeconds(30));
    }

    /** Sets an encryption key, so that none is created. */
    private Settings settings() {
        Map<String, String> all = new HashMap<>(values);
        all.put("gatehouse.encryption.key", Base64.getEncoder().encodeToString(new byte[32]));
        return Settings.of(all);
    }

    private static String jwk() {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(
                                    generator.generateKeyPair().getPublic().getEncoded())
                    + "\n-----END PUBLIC KEY-----";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
