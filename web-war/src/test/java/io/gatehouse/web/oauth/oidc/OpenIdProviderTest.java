package io.gatehouse.web.oauth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.gatehouse.kernel.config.OidcSettings;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.http.UncooperativeServer;
import io.gatehouse.kernel.http.UncooperativeServer.Manner;
import io.gatehouse.kernel.text.Base64Url;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdProviderTest {

    private static final URI CALLBACK = URI.create("https://gatehouse.example/session/callback");
    private static final String SECRET = "s3cr%t:with signs+";

    private final AtomicReference<Instant> now = new AtomicReference<>(StandInProvider.NOW);
    private final StandInProvider standIn = new StandInProvider();
    private final SignInAttempt attempt = SignInAttempt.fresh(new SecureRandom());
    private final OpenIdProvider provider = client(null);

    OpenIdProviderTest() throws IOException {}

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void theBrowserIsSentWithPkceStateAndNonce() throws Exception {
        URI location = provider.authorization(attempt, "the state");

        assertThat(location.toString()).startsWith(standIn.issuer() + "/authorize?");
        assertThat(StandInProvider.decoded(location.getRawQuery()))
                .containsOnly(
                        Map.entry("response_type", "code"),
                        Map.entry("client_id", StandInProvider.CLIENT),
                        Map.entry("redirect_uri", CALLBACK.toString()),
                        Map.entry("scope", "openid email"),
                        Map.entry("state", "the state"),
                        Map.entry("nonce", attempt.nonce()),
                        Map.entry("code_challenge", sha256(attempt.verifier())),
                        Map.entry("code_challenge_method", "S256"));
        assertThat(location.toString()).doesNotContain(attempt.verifier());
    }

    @Test
    void anAuthorizationEndpointKeepsItsOwnQuery() throws Exception {
        standIn.describeItself(
                standIn.document().add("authorization_endpoint", standIn.issuer() + "/authorize?tenant=a"));

        assertThat(provider.authorization(attempt, "s").getRawQuery()).startsWith("tenant=a&response_type=code&");
    }

    @Test
    void everyAttemptIsUnique() {
        SignInAttempt other = SignInAttempt.fresh(new SecureRandom());

        assertThat(other.nonce()).hasSize(43).isNotEqualTo(attempt.nonce()).isNotEqualTo(other.verifier());
        assertThat(other.verifier()).hasSize(43).isNotEqualTo(attempt.verifier());
        assertThat(attempt.toString()).doesNotContain(attempt.nonce(), attempt.verifier());
    }

    @Test
    void aCodeIsExchangedForThePersonWhoSignedIn() throws Exception {
        standIn.signIn(standIn.claims(attempt.nonce()).build());

        assertThat(provider.exchange("the code", attempt))
                .isInstanceOfSatisfying(CodeExchange.SignedIn.class, person -> {
                    assertThat(person.user().issuer()).isEqualTo(standIn.issuer());
                    assertThat(person.user().subject()).isEqualTo("u-1");
                    assertThat(person.user().email()).isEqualTo("ada@example.com");
                    assertThat(person.user().emailVerified()).isTrue();
                    assertThat(person.user().name()).isEqualTo("Ada");
                    assertThat(person.administrator()).isFalse();
                });
        assertThat(standIn.form())
                .containsOnly(
                        Map.entry("grant_type", "authorization_code"),
                        Map.entry("code", "the code"),
                        Map.entry("client_id", StandInProvider.CLIENT),
                        Map.entry("redirect_uri", CALLBACK.toString()),
                        Map.entry("code_verifier", attempt.verifier()));
        assertThat(standIn.authorization()).isNull();
    }

    @Test
    void administratorsAreRecognizedByTheirGroup() throws Exception {
        standIn.signIn(standIn.claims(attempt.nonce())
                .claim("groups", List.of("gatehouse-admin", "gateway"))
                .build());

        assertThat(provider.exchange("code", attempt))
                .isInstanceOfSatisfying(CodeExchange.SignedIn.class, person -> assertThat(person.administrator())
                        .isTrue());
    }

    @Test
    void idTokensOfAnotherAttemptClientOrProviderAreRefused() throws Exception {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("another attempt's nonce", signed(claims -> claims.claim("nonce", "n")));
        bad.put("no nonce", signed(claims -> claims.claim("nonce", null)));
        bad.put("another client's", signed(claims -> claims.audience("other")));
        bad.put("nobody's", signed(claims -> claims.audience((String) null)));
        bad.put("several clients', issued to none", signed(claims -> claims.audience(List.of("page", "other"))));
        bad.put("issued to another client", signed(claims -> claims.claim("azp", "other")));
        bad.put("another issuer's", signed(claims -> claims.issuer("https://evil.example")));
        bad.put("expired", signed(claims -> claims.expirationTime(at(-61))));
        bad.put("without an expiry", signed(claims -> claims.expirationTime(null)));
        bad.put("from the future", signed(claims -> claims.issueTime(at(61))));
        bad.put("not valid yet", signed(claims -> claims.notBeforeTime(at(61))));
        bad.put("without a subject", signed(claims -> claims.subject(null)));
        bad.put("signed by somebody else", StandInProvider.sign(claims().build(), StandInProvider.key()));
        bad.put("unsigned", new PlainJWT(claims().build()).serialize());
        bad.put("no JWT", "hello");
        for (Map.Entry<String, String> token : bad.entrySet()) {
            standIn.answerCodesWith(200, "{\"id_token\":\"" + token.getValue() + "\"}");

            assertThat(provider.exchange("code", attempt)).as(token.getKey()).isInstanceOf(CodeExchange.Refused.class);
        }
        standIn.signIn(claims().audience(List.of("page", "other"))
                .claim("azp", "page")
                .issueTime(at(59))
                .build());
        assertThat(provider.exchange("code", attempt)).isInstanceOf(CodeExchange.SignedIn.class);
    }

    @Test
    void anAccessTokenIsNoIdToken() throws Exception {
        for (String type : new String[] {"at+jwt", "application/at+jwt", "logout+jwt"}) {
            standIn.answerCodesWith(
                    200, "{\"id_token\":\"" + standIn.signed(new JOSEObjectType(type), claims().build()) + "\"}");
            assertThat(provider.exchange("code", attempt)).as(type).isInstanceOf(CodeExchange.Refused.class);
        }
        standIn.signIn(claims().claim("typ", "Bearer").build());
        assertThat(provider.exchange("code", attempt)).isInstanceOf(CodeExchange.Refused.class);
        standIn.signIn(
                claims().claim("typ", "ID").claim("cnf", Map.of("jkt", "x")).build());
        assertThat(provider.exchange("code", attempt)).isInstanceOf(CodeExchange.SignedIn.class);
    }

    @Test
    void anInvalidSubIsRefusedAndANameIsCleaned() throws Exception {
        standIn.signIn(claims().subject("s".repeat(4_000)).build());
        assertThat(provider.exchange("code", attempt)).isInstanceOf(CodeExchange.Refused.class);
        standIn.signIn(claims().claim("name", "A\u0000da")
                .claim("email", "\u0000@x.example")
                .build());
        assertThat(provider.exchange("code", attempt)).isInstanceOfSatisfying(CodeExchange.SignedIn.class, person -> {
            assertThat(person.user().name()).isEqualTo("A da");
            assertThat(person.user().email()).isNull();
        });
    }

    @Test
    void anUnreadableKeyDoesNotAffectOthers() throws Exception {
        for (String odd : new String[] {
            "{\"kty\":\"EC\",\"crv\":\"BP-256\",\"kid\":\"bp\",\"use\":\"sig\",\"x\":\"AAAA\",\"y\":\"AAAA\"}",
            "{\"kty\":\"oct\",\"kid\":\"o\"}"
        }) {
            standIn.publishAlso(odd);
            standIn.signIn(claims().build());
            assertThat(client(null).exchange("code", attempt)).as(odd).isInstanceOf(CodeExchange.SignedIn.class);
        }
    }

    @Test
    void oddOptionalMetadataIsIgnored() throws Exception {
        standIn.describeItself(standIn.document()
                .add("token_endpoint_auth_methods_supported", "client_secret_post")
                .add("authorization_response_iss_parameter_supported", "yes"));
        assertThat(client(SECRET).authorization(attempt, "s")).isNotNull();
    }

    @Test
    void onAFreshNodeSignInsDoNotQueueBehindAStalledProvider() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (UncooperativeServer stalling = new UncooperativeServer(Manner.STALLS_AFTER_THE_HEAD)) {
            OpenIdProvider fresh = new OpenIdProvider(
                    new OidcSettings(stalling.url(), StandInProvider.CLIENT, null, "openid"), CALLBACK, now::get);
            long start = System.nanoTime();
            List<Future<URI>> callers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                callers.add(threads.submit(() -> fresh.authorization(attempt, "s")));
            }
            List<Duration> waits = new ArrayList<>();
            for (Future<URI> caller : callers) {
                assertThatThrownBy(caller::get).hasCauseInstanceOf(ProviderUnavailableException.class);
                waits.add(Duration.ofNanos(System.nanoTime() - start));
            }
            assertThat(waits.get(49)).isLessThan(Duration.ofSeconds(9));
            assertThat(stalling.calls()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSlowTokenEndpointTimesOut() throws Exception {
        try (UncooperativeServer dripping = new UncooperativeServer(Manner.DRIPS)) {
            standIn.describeItself(standIn.document().add("token_endpoint", dripping.url() + "/token"));
            long start = System.nanoTime();
            assertThatThrownBy(() -> provider.exchange("code", attempt))
                    .isInstanceOf(ProviderUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
        }
    }

    @Test
    void aCodeThatTheProviderRejectsIsRefused() throws Exception {
        assertThat(provider.exchange("code", attempt)).isInstanceOf(CodeExchange.Refused.class);

        for (String body : new String[] {"{}", "{\"id_token\":7}", "{\"access_token\":\"a\"}"}) {
            standIn.answerCodesWith(200, body);
            assertThat(provider.exchange("code", attempt)).as(body).isInstanceOf(CodeExchange.Refused.class);
        }
    }

    @Test
    void aProviderThatAnswersNonsenseIsUnavailable() throws Exception {
        assertThat(provider.authorization(attempt, "s")).isNotNull();
        for (String body : new String[] {"", "<html>", "[]", "{", "{\"a\":\"" + "x".repeat(300_000) + "\"}"}) {
            standIn.answerCodesWith(200, body);
            assertThatThrownBy(() -> provider.exchange("code", attempt))
                    .as(body)
                    .isInstanceOf(ProviderUnavailableException.class);
        }
        standIn.answerCodesWith(503, "{}");
        assertThatThrownBy(() -> provider.exchange("code", attempt)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void metadataOfAnotherIssuerOrWithoutEndpointsIsRefused() {
        String token = standIn.issuer() + "/token";
        for (String document : new String[] {
            "{}",
            "{\"issuer\":7}",
            standIn.document().add("issuer", "https://evil.example").build().toString(),
            standIn.document()
                    .add("token_endpoint", "javascript:alert(1)")
                    .build()
                    .toString(),
            standIn.document()
                    .add("token_endpoint", "file:///etc/passwd")
                    .build()
                    .toString(),
            standIn.document()
                    .add("authorization_endpoint", "/authorize")
                    .build()
                    .toString(),
            standIn.document().remove("jwks_uri").build().toString(),
            standIn.document().add("end_session_endpoint", "data:,x").build().toString(),
            standIn.document().add("token_endpoint", token + " ").build().toString(),
        }) {
            now.updateAndGet(time -> time.plusSeconds(6));
            standIn.describeItself(200, document);

            assertThatThrownBy(() -> provider.authorization(attempt, "s"))
                    .as(document)
                    .isInstanceOf(ProviderUnavailableException.class);
        }
    }

    @Test
    void anUnreachableProviderIsAskedAgainAfterAPause() throws Exception {
        standIn.describeItself(503, "{}");
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> provider.authorization(attempt, "s"))
                    .isInstanceOf(ProviderUnavailableException.class);
        }
        assertThat(standIn.discoveries()).isEqualTo(1);

        standIn.describeItself(standIn.document());
        now.updateAndGet(time -> time.plusSeconds(6));
        assertThat(provider.authorization(attempt, "s")).isNotNull();
        assertThat(standIn.discoveries()).isEqualTo(2);
    }

    @Test
    void knownMetadataIsUsedDuringAnOutage() throws Exception {
        assertThat(provider.authorization(attempt, "s")).isNotNull();
        standIn.describeItself(500, "{}");

        now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
        assertThat(provider.authorization(attempt, "s")).isNotNull();
        assertThat(provider.authorization(attempt, "s")).isNotNull();
        assertThat(standIn.discoveries()).isEqualTo(2);
    }

    @Test
    void theSecretIsSentInTheHeaderOrTheFormAsTheProviderRequires() throws Exception {
        OpenIdProvider client = client(SECRET);
        standIn.signIn(standIn.claims(attempt.nonce()).build());

        assertThat(client.exchange("code", attempt)).isInstanceOf(CodeExchange.SignedIn.class);
        String basic = String.valueOf(standIn.authorization()).substring("Basic ".length());
        assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
                .isEqualTo("page:s3cr%25t%3Awith+signs%2B");
        assertThat(standIn.form()).doesNotContainKey("client_secret");

        standIn.describeItself(standIn.document()
                .add(
                        "token_endpoint_auth_methods_supported",
                        Json.createArrayBuilder().add("client_secret_post")));
        assertThat(client(SECRET).exchange("code", attempt)).isInstanceOf(CodeExchange.SignedIn.class);
        assertThat(standIn.authorization()).isNull();
        assertThat(standIn.form()).containsEntry("client_secret", SECRET);
    }

    @Test
    void aResponseMustNameTheIssuerIfTheProviderAlwaysDoes() throws Exception {
        assertThat(provider.isFrom(null)).isTrue();
        assertThat(provider.isFrom(standIn.issuer())).isTrue();
        assertThat(provider.isFrom("https://evil.example")).isFalse();

        standIn.describeItself(standIn.document().add("authorization_response_iss_parameter_supported", true));
        assertThat(client(null).isFrom(null)).isFalse();
    }

    @Test
    void theProvidersLogoutIsUsedIfSupported() throws Exception {
        URI back = URI.create("https://gatehouse.example/session");
        assertThat(provider.endSession(back)).isEmpty();

        standIn.describeItself(standIn.document().add("end_session_endpoint", standIn.issuer() + "/logout"));
        URI location = client(null).endSession(back).orElseThrow();
        assertThat(location.getPath()).isEqualTo("/logout");
        assertThat(StandInProvider.decoded(location.getRawQuery()))
                .containsOnly(
                        Map.entry("client_id", StandInProvider.CLIENT),
                        Map.entry("post_logout_redirect_uri", back.toString()));
    }

    private OpenIdProvider client(@Nullable String secret) {
        return new OpenIdProvider(
                new OidcSettings(standIn.issuer(), StandInProvider.CLIENT, secret, "openid email"), CALLBACK, now::get);
    }

    private JWTClaimsSet.Builder claims() {
        return standIn.claims(attempt.nonce());
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return standIn.signed(change.apply(claims()).build());
    }

    private static Date at(int seconds) {
        return Date.from(StandInProvider.NOW.plusSeconds(seconds));
    }

    private static String sha256(String text) {
        return Base64Url.encode(Sha256.of(text));
    }
}
