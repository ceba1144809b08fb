package io.gatehouse.web.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.gatehouse.domain.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedKeysTest {

    private static final RSAKey OLD = Tokens.rsa("old");
    private static final RSAKey NEW = Tokens.rsa("new");
    private static final RSAKey NEWEST = Tokens.rsa("newest");
    private static final ECKey EC = Tokens.ec("ec");

    private static JwtVerifier verifier(Map<String, String> keys) {
        Map<String, String> config = new HashMap<>(keys);
        config.put("mp.jwt.verify.issuer", Tokens.ISSUER);
        config.put("mp.jwt.verify.audiences", "somebody, " + Tokens.AUDIENCE);
        TrustedIssuer issuer = ConfiguredIssuer.from(Settings.of(config)).orElseThrow();
        return new JwtVerifier(List.of(issuer), InstantSource.fixed(Tokens.NOW));
    }

    private static JwtVerifier at(String location) {
        return verifier(Map.of("mp.jwt.verify.publickey.location", location));
    }

    private static String token(JWK key) {
        return Tokens.sign(key, Tokens.claims().build());
    }

    @Test
    void aKeySetIsFetchedOnceAndKept() throws IOException {
        try (KeyServer server = new KeyServer(OLD.toPublicJWK(), EC.toPublicJWK())) {
            JwtVerifier verifier = at(server.url());
            for (int i = 0; i < 20; i++) {
                assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
                assertThat(verifier.verify(token(EC))).isInstanceOf(JwtVerdict.Accepted.class);
            }
            assertThat(server.fetches()).isEqualTo(1);
        }
    }

    @Test
    void aRotationIsSeenAtOnce() throws IOException {
        try (KeyServer server = new KeyServer(OLD.toPublicJWK())) {
            JwtVerifier verifier = at(server.url());
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
            server.publish(NEW.toPublicJWK());
            assertThat(verifier.verify(token(NEW))).isInstanceOf(JwtVerdict.Accepted.class);
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Rejected.class);
        }
    }

    @Test
    void forgedKeyIdsDoNotFloodTheIssuer() throws IOException {
        try (KeyServer server = new KeyServer(OLD.toPublicJWK())) {
            JwtVerifier verifier = at(server.url());
            for (int i = 0; i < 50; i++) {
                assertThat(verifier.verify(token(NEWEST))).isInstanceOf(JwtVerdict.Rejected.class);
            }
            assertThat(server.fetches()).isLessThanOrEqualTo(2);
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
        }
    }

    @Test
    void aKeySetThatCannotBeHadIsNoFaultOfTheToken() throws IOException {
        try (KeyServer server = new KeyServer()) {
            server.answer(500, "no");
            assertThat(at(server.url()).verify(token(OLD))).isInstanceOf(JwtVerdict.KeysUnavailable.class);
            server.answer(200, "<html>not a key set</html>");
            assertThat(at(server.url()).verify(token(OLD))).isInstanceOf(JwtVerdict.KeysUnavailable.class);
        }
        assertThat(at("http://127.0.0.1:1/jwks").verify(token(OLD))).isInstanceOf(JwtVerdict.KeysUnavailable.class);
        assertThat(at("/nowhere/keys.json").verify(token(OLD))).isInstanceOf(JwtVerdict.KeysUnavailable.class);
        assertThat(verifier(Map.of("mp.jwt.verify.publickey", "nonsense")).verify(token(OLD)))
                .isInstanceOf(JwtVerdict.KeysUnavailable.class);
    }

    @Test
    void anIssuerThatWasNeverThereIsNoFaultOfAnyNumberOfTokens() throws IOException {
        try (KeyServer server = new KeyServer()) {
            server.answer(500, "no");
            JwtVerifier verifier = at(server.url());
            for (int i = 0; i < 20; i++) {
                assertThat(verifier.verify(token(OLD))).as("call " + i).isInstanceOf(JwtVerdict.KeysUnavailable.class);
            }
            assertThat(server.fetches()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void knownKeysGoOnThroughAnOutage() throws IOException {
        try (KeyServer server = new KeyServer(OLD.toPublicJWK())) {
            JwtVerifier verifier = at(server.url());
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
            server.answer(503, "");
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
        }
    }

    @Test
    void aKeyMayStandInTheConfigurationInEveryFormOfMicroProfile(@TempDir Path directory)
            throws IOException, JOSEException {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(OLD.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        String bare = Base64.getEncoder().encodeToString(OLD.toRSAPublicKey().getEncoded());
        String jwk = OLD.toPublicJWK().toJSONString();
        String encoded = Base64.getUrlEncoder().encodeToString(jwk.getBytes(StandardCharsets.UTF_8));
        for (String key : List.of(pem, bare, jwk, encoded, "{\"keys\":[" + jwk + "]}")) {
            assertThat(verifier(Map.of("mp.jwt.verify.publickey", key)).verify(token(OLD)))
                    .as(key)
                    .isInstanceOf(JwtVerdict.Accepted.class);
        }
        Path file = Files.writeString(directory.resolve("key.pem"), pem);
        assertThat(at(file.toString()).verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
        assertThat(at(file.toUri().toString()).verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
    }

    @Test
    void theConfiguredAlgorithmIsTheOnlyOne() throws IOException {
        try (KeyServer server = new KeyServer(OLD.toPublicJWK(), EC.toPublicJWK())) {
            JwtVerifier verifier = verifier(Map.of(
                    "mp.jwt.verify.publickey.location", server.url(), "mp.jwt.verify.publickey.algorithm", "ES256"));
            assertThat(verifier.verify(token(EC))).isInstanceOf(JwtVerdict.Accepted.class);
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Rejected.class);
        }
    }
}
