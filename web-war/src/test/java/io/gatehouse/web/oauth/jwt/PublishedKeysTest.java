package io.gatehouse.web.oauth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.gatehouse.kernel.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void anUnavailableKeySetDoesNotRejectTheToken() throws IOException {
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
    void anIssuerThatNeverAnsweredRejectsNoToken() throws IOException {
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
    void knownKeysAreUsedDuringAnOutage() throws IOException {
        try (KeyServer server = new KeyServer(OLD.toPublicJWK())) {
            JwtVerifier verifier = at(server.url());
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
            server.answer(503, "");
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"EC\",\"crv\":\"BP-256\",\"kid\":\"bp\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"off\",\"x\":\"AQ\",\"y\":\"AQ\"}",
                "{\"kty\":\"oct\",\"kid\":\"o\"}",
                "{\"kty\":\"AKP\",\"kid\":\"pq\",\"alg\":\"ML-DSA-65\",\"pub\":\"AAAA\"}",
                "{\"kty\":\"RSA\",\"kid\":\"old\"}",
                "{\"kty\":\"RSA\",\"kid\":\"x\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"x5c\":[\"no certificate\"]}",
                "7"
            })
    void anUnreadableKeyDoesNotAffectOthers(String odd) throws IOException {
        try (KeyServer server = new KeyServer()) {
            String set = "{\"keys\":[" + odd + "," + OLD.toPublicJWK().toJSONString() + "," + odd + "]}";
            server.answer(200, set);
            assertThat(at(server.url()).verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
            assertThat(verifier(Map.of("mp.jwt.verify.publickey", set)).verify(token(OLD)))
                    .isInstanceOf(JwtVerdict.Accepted.class);
            server.answer(200, "{\"keys\":[" + odd + "]}");
            assertThat(at(server.url()).verify(token(OLD))).isInstanceOf(JwtVerdict.KeysUnavailable.class);
        }
    }

    @Test
    void twoKeysOfOneIdAreBothTried() throws IOException {
        try (KeyServer server = new KeyServer(Tokens.rsa("old").toPublicJWK(), OLD.toPublicJWK())) {
            assertThat(at(server.url()).verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
        }
    }

    @Test
    void anUnusableKeySetIsLoggedOnce() throws IOException {
        try (KeyServer server = new KeyServer();
                CapturedLog log = new CapturedLog(PublishedKeys.class)) {
            server.answer(200, "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"o\"},{\"kty\":\"RSA\",\"kid\":\"r\"}]}");
            JwtVerifier verifier = verifier(Map.of(
                    "mp.jwt.verify.publickey.location", server.url(), "gatehouse.jwt.key-fetch-interval", "PT0.001S"));
            for (int call = 0; call < 10; call++) {
                assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.KeysUnavailable.class);
            }
            assertThat(server.fetches()).isGreaterThan(2);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains(server.url(), "key 0 (kid o) is a shared secret", "key 1 (kid r) has no n");
            server.publish(OLD.toPublicJWK());
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Accepted.class);
            assertThat(log.lines()).hasSize(2).last().asString().contains("there again");
        }
    }

    @Test
    void whileOneCallerWaitsForAStalledServerOthersUseTheKnownKeys() throws Exception {
        String set = new JWKSet(OLD.toPublicJWK()).toString();
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger fetches = new AtomicInteger();
        AtomicLong time = new AtomicLong();
        IssuerKeys keys = new PublishedKeys(
                "here",
                () -> {
                    if (fetches.incrementAndGet() > 1) {
                        stalled.countDown();
                        await(mayEnd);
                    }
                    return set;
                },
                Duration.ofSeconds(1),
                time::get);
        JWSHeader header = Tokens.header(JWSAlgorithm.RS256, "old");
        assertThat(keys.candidates(header)).hasSize(1);
        time.addAndGet(Duration.ofMinutes(11).toNanos());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<List<JWK>> first = thread.submit(() -> keys.candidates(header));
            await(stalled);
            long start = System.nanoTime();
            for (int call = 0; call < 100; call++) {
                assertThat(keys.candidates(header)).hasSize(1);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            mayEnd.countDown();
            assertThat(first.get()).hasSize(1);
            assertThat(fetches).hasValue(2);
        } finally {
            mayEnd.countDown();
            thread.shutdownNow();
        }
    }

    @Test
    void knownKeysAreDroppedAfterFourHoursOfOutage() throws Exception {
        AtomicLong time = new AtomicLong();
        AtomicInteger fetches = new AtomicInteger();
        IssuerKeys keys = new PublishedKeys(
                "here",
                () -> {
                    if (fetches.incrementAndGet() > 1) {
                        throw new IOException("down");
                    }
                    return new JWKSet(OLD.toPublicJWK()).toString();
                },
                Duration.ofSeconds(1),
                time::get);
        JWSHeader header = Tokens.header(JWSAlgorithm.RS256, "old");
        assertThat(keys.candidates(header)).hasSize(1);
        time.addAndGet(Duration.ofHours(3).toNanos());
        assertThat(keys.candidates(header)).hasSize(1);
        time.addAndGet(Duration.ofHours(1).toNanos());
        assertThatThrownBy(() -> keys.candidates(header)).isInstanceOf(KeysUnavailableException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theConfiguredKeyMayHaveEveryFormOfMicroProfile(@TempDir Path directory) throws IOException, JOSEException {
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
    void onlyTheConfiguredAlgorithmIsAccepted() throws IOException {
        try (KeyServer server = new KeyServer(OLD.toPublicJWK(), EC.toPublicJWK())) {
            JwtVerifier verifier = verifier(Map.of(
                    "mp.jwt.verify.publickey.location", server.url(), "mp.jwt.verify.publickey.algorithm", "ES256"));
            assertThat(verifier.verify(token(EC))).isInstanceOf(JwtVerdict.Accepted.class);
            assertThat(verifier.verify(token(OLD))).isInstanceOf(JwtVerdict.Rejected.class);
        }
    }
}
