package io.gatehouse.web.oauth.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwtVerifierTest {

    private static final RSAKey RSA = Tokens.rsa("rsa-1");
    private static final ECKey EC = Tokens.ec("ec-1");
    private static final RSAKey STRANGER = Tokens.rsa("rsa-1");

    private final JwtVerifier verifier = verifier(Duration.ZERO, null);

    private static JwtVerifier verifier(Duration skew, @Nullable Duration age) {
        IssuerKeys keys = header -> Stream.<JWK>of(RSA, EC)
                .filter(key -> key.getKeyID().equals(header.getKeyID()))
                .map(JWK::toPublicJWK)
                .toList();
        return new JwtVerifier(
                List.of(new TrustedIssuer(
                        Tokens.ISSUER, Set.of(Tokens.AUDIENCE), TrustedIssuer.ALGORITHMS, keys, skew, age)),
                InstantSource.fixed(Tokens.NOW));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return Tokens.sign(RSA, claims.build());
    }

    @Test
    void tokensSignedWithRs256AndEs256AreAccepted() {
        assertThat(verifier.verify(Tokens.sign(RSA, Tokens.claims().build()))).isInstanceOf(JwtVerdict.Accepted.class);
        assertThat(verifier.verify(Tokens.sign(EC, Tokens.claims().build()))).isInstanceOf(JwtVerdict.Accepted.class);
    }

    @Test
    void anAcceptedTokenHasItsMicroProfileClaims() {
        VerifiedToken token = accepted(verifier.verify(signed(Tokens.claims().claim("custom", List.of(1, 2)))));
        assertThat(token.getName()).isEqualTo("alice");
        assertThat(token.getIssuer()).isEqualTo(Tokens.ISSUER);
        assertThat(token.getSubject()).isEqualTo("u-1");
        assertThat(token.getAudience()).containsExactlyInAnyOrder("other", Tokens.AUDIENCE);
        assertThat(token.getGroups()).containsExactlyInAnyOrder("gatehouse-admin", "host");
        assertThat(token.getExpirationTime())
                .isEqualTo(Tokens.NOW.plusSeconds(300).getEpochSecond());
        assertThat(token.scopes()).containsExactlyInAnyOrder("chat:claim", "openid");
        assertThat(token.<Object>getClaim("custom")).hasToString("[1,2]");
        assertThat(token.<Object>getClaim("missing")).isNull();
        assertThat(token.toString()).doesNotContain(token.getRawToken());
    }

    @Test
    void withoutUpnTheNameIsThePreferredUsernameOrTheSubject() {
        JWTClaimsSet.Builder preferred = Tokens.claims().claim("upn", null).claim("preferred_username", "al");
        assertThat(accepted(verifier.verify(signed(preferred))).getName()).isEqualTo("al");
        assertThat(accepted(verifier.verify(signed(Tokens.claims().claim("upn", null))))
                        .getName())
                .isEqualTo("u-1");
    }

    static Stream<Arguments> forgeries() throws JOSEException {
        JWTClaimsSet claims = Tokens.claims().build();
        String good = Tokens.sign(RSA, claims);
        String[] parts = good.split("\\.", -1);
        SignedJWT confused = new SignedJWT(Tokens.header(JWSAlgorithm.HS256, "rsa-1"), claims);
        confused.sign(new MACSigner(RSA.toRSAPublicKey().getEncoded()));
        return Stream.of(
                Arguments.of("signed by a stranger under our key id", Tokens.sign(STRANGER, claims)),
                Arguments.of("algorithm none", new PlainJWT(claims).serialize()),
                Arguments.of(
                        "algorithm none with our signature",
                        b64("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]),
                Arguments.of(
                        "algorithm None",
                        b64("{\"alg\":\"None\",\"kid\":\"rsa-1\"}") + "." + parts[1] + "." + parts[2]),
                Arguments.of("HS256 under the public key", confused.serialize()),
                Arguments.of("RS512", Tokens.sign(RSA, Tokens.header(JWSAlgorithm.RS512, "rsa-1"), claims)),
                Arguments.of("PS256", Tokens.sign(RSA, Tokens.header(JWSAlgorithm.PS256, "rsa-1"), claims)),
                Arguments.of("unknown key id", Tokens.sign(RSA, Tokens.header(JWSAlgorithm.RS256, "rsa-9"), claims)),
                Arguments.of(
                        "RS256 under the EC key", Tokens.sign(RSA, Tokens.header(JWSAlgorithm.RS256, "ec-1"), claims)),
                Arguments.of(
                        "an empty ES256 signature",
                        b64("{\"alg\":\"ES256\",\"kid\":\"ec-1\"}") + "." + parts[1] + "."
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64])),
                Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
                Arguments.of(
                        "other claims under the signature",
                        parts[0] + "." + b64("{\"sub\":\"u-2\",\"iss\":\"" + Tokens.ISSUER + "\"}") + "." + parts[2]),
                Arguments.of("two parts", parts[0] + "." + parts[1]),
                Arguments.of("four parts", good + ".x"),
                Arguments.of("claims that are no JSON", parts[0] + "." + b64("hello") + "." + parts[2]),
                Arguments.of("claims that are an array", parts[0] + "." + b64("[]") + "." + parts[2]),
                Arguments.of("no token at all", "hello"),
                Arguments.of("dots", ".."),
                Arguments.of("longer than 8 KiB", good + "A".repeat(JwtVerifier.MAX_LENGTH)),
                Arguments.of(
                        "another type of token",
                        Tokens.sign(
                                RSA,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .keyID("rsa-1")
                                        .build(),
                                claims)),
                Arguments.of(
                        "a critical header that nobody knows",
                        Tokens.sign(
                                RSA,
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("rsa-1")
                                        .criticalParams(Set.of("shoe-size"))
                                        .customParam("shoe-size", 43)
                                        .build(),
                                claims)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgeriesAreRejected(String what, String token) {
        assertThat(verifier.verify(token)).as(what).isInstanceOf(JwtVerdict.Rejected.class);
    }

    static Stream<Arguments> claimFaults() {
        return Stream.of(
                Arguments.of("expired", Tokens.claims().expirationTime(Date.from(Tokens.NOW))),
                Arguments.of("not valid yet", Tokens.claims().notBeforeTime(Date.from(Tokens.NOW.plusSeconds(1)))),
                Arguments.of("from the future", Tokens.claims().issueTime(Date.from(Tokens.NOW.plusSeconds(1)))),
                Arguments.of("another audience", Tokens.claims().audience("other")),
                Arguments.of("no audience", Tokens.claims().audience((String) null)),
                Arguments.of("another issuer", Tokens.claims().issuer("https://evil.example.com")),
                Arguments.of("our issuer with a slash", Tokens.claims().issuer(Tokens.ISSUER + "/")),
                Arguments.of("no issuer", Tokens.claims().issuer(null)),
                Arguments.of("no exp", Tokens.claims().expirationTime(null)),
                Arguments.of("no iat", Tokens.claims().issueTime(null)),
                Arguments.of("no sub", Tokens.claims().subject(null)),
                Arguments.of(
                        "no sub, upn or preferred_username",
                        Tokens.claims().subject(null).claim("upn", null)),
                Arguments.of("blank sub", Tokens.claims().subject(" ")),
                Arguments.of("a sub of 256 characters", Tokens.claims().subject("s".repeat(256))),
                Arguments.of("a sub of 4,000 characters", Tokens.claims().subject("s".repeat(4_000))),
                Arguments.of("NUL in the sub", Tokens.claims().subject("u\u0000")),
                Arguments.of("a line end in the sub", Tokens.claims().subject("u\nv")),
                Arguments.of("an ID token of Keycloak's", Tokens.claims().claim("typ", "ID")),
                Arguments.of("a logout token of Keycloak's", Tokens.claims().claim("typ", "Logout")),
                Arguments.of("an ID token of Cognito's", Tokens.claims().claim("token_use", "id")),
                Arguments.of("bound by DPoP", Tokens.claims().claim("cnf", Map.of("jkt", "0ZcOCORZNYy"))),
                Arguments.of(
                        "bound to a certificate",
                        Tokens.claims()
                                .claim("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"))),
                Arguments.of("bound to who knows what", Tokens.claims().claim("cnf", "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claimFaults")
    void tokensWithInvalidClaimsAreRejected(String what, JWTClaimsSet.Builder claims) {
        assertThat(verifier.verify(signed(claims))).as(what).isInstanceOf(JwtVerdict.Rejected.class);
    }

    @Test
    void aSubOf255CharactersIsAccepted() {
        assertThat(verifier.verify(signed(Tokens.claims().subject("s".repeat(255)))))
                .isInstanceOf(JwtVerdict.Accepted.class);
    }

    @Test
    void aLoneSurrogateIsRejectedInASubAndRemovedFromAName() {
        String claims = "{\"iss\":\"" + Tokens.ISSUER + "\",\"aud\":\"" + Tokens.AUDIENCE + "\",\"sub\":\"u\\ud800\","
                + "\"iat\":" + Tokens.NOW.getEpochSecond() + ",\"exp\":"
                + Tokens.NOW.plusSeconds(60).getEpochSecond() + "}";
        assertThat(verifier.verify(Tokens.sign(RSA, claims))).isInstanceOf(JwtVerdict.Rejected.class);
        String name = claims.replace("u\\ud800\"", "u\",\"name\":\"A\\ud83d\\ud800da\\udc00\"");
        assertThat(accepted(verifier.verify(Tokens.sign(RSA, name))).user().name())
                .isEqualTo("Ada");
    }

    @Test
    void namesAreCleanedAndInvalidAddressesAreDropped() {
        VerifiedToken odd = accepted(verifier.verify(signed(Tokens.claims()
                .claim("upn", "a\u0000b")
                .claim("name", " A\u0000d\u0007a L\uD83D\uDE00 ")
                .claim("email", "a\u0000@example.com"))));
        assertThat(odd.getName()).isEqualTo("u-1");
        assertThat(odd.user().name()).isEqualTo("A d a L\uD83D\uDE00");
        assertThat(odd.user().email()).isNull();
        VerifiedToken endless = accepted(verifier.verify(signed(
                Tokens.claims().claim("name", "x".repeat(199) + "\uD83D\uDE00y").claim("email", "e".repeat(321)))));
        assertThat(endless.user().name()).isEqualTo("x".repeat(199));
        assertThat(endless.user().email()).isNull();
        assertThat(accepted(verifier.verify(signed(Tokens.claims().claim("name", "\u0000"))))
                        .user()
                        .name())
                .isNull();
    }

    @Test
    void eachSupportedAlgorithmIsAcceptedOnlyIfConfigured() {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.PS256, JWSAlgorithm.RS512, JWSAlgorithm.PS384)) {
            IssuerKeys keys = header -> List.of(RSA.toPublicJWK());
            JwtVerifier configured = new JwtVerifier(
                    List.of(new TrustedIssuer(Tokens.ISSUER, Set.of(), Set.of(algorithm), keys, Duration.ZERO, null)),
                    InstantSource.fixed(Tokens.NOW));
            String token = Tokens.sign(
                    RSA, Tokens.header(algorithm, "rsa-1"), Tokens.claims().build());
            assertThat(configured.verify(token)).isInstanceOf(JwtVerdict.Accepted.class);
            assertThat(configured.verify(signed(Tokens.claims()))).isInstanceOf(JwtVerdict.Rejected.class);
            assertThat(configured.verify("abc")).isInstanceOf(JwtVerdict.Rejected.class);
            assertThat(verifier.verify(token)).isInstanceOf(JwtVerdict.Rejected.class);
        }
    }

    @Test
    void expiryIsExactToTheSecond() {
        JWTClaimsSet.Builder lastSecond = Tokens.claims().expirationTime(Date.from(Tokens.NOW.plusSeconds(1)));
        assertThat(verifier.verify(signed(lastSecond))).isInstanceOf(JwtVerdict.Accepted.class);
    }

    @Test
    void theClockSkewAppliesToBothEnds() {
        JwtVerifier lenient = verifier(Duration.ofSeconds(30), null);
        JWTClaimsSet.Builder expired = Tokens.claims().expirationTime(Date.from(Tokens.NOW.minusSeconds(29)));
        JWTClaimsSet.Builder early = Tokens.claims().notBeforeTime(Date.from(Tokens.NOW.plusSeconds(30)));
        JWTClaimsSet.Builder tooLate = Tokens.claims().expirationTime(Date.from(Tokens.NOW.minusSeconds(30)));
        assertThat(lenient.verify(signed(expired))).isInstanceOf(JwtVerdict.Accepted.class);
        assertThat(lenient.verify(signed(early))).isInstanceOf(JwtVerdict.Accepted.class);
        assertThat(lenient.verify(signed(tooLate))).isInstanceOf(JwtVerdict.Rejected.class);
    }

    @Test
    void aTokenOlderThanTheMaximumAgeIsRejectedBeforeItExpires() {
        JwtVerifier strict = verifier(Duration.ZERO, Duration.ofSeconds(60));
        JWTClaimsSet.Builder old = Tokens.claims().issueTime(Date.from(Tokens.NOW.minusSeconds(60)));
        assertThat(strict.verify(signed(old))).isInstanceOf(JwtVerdict.Rejected.class);
        VerifiedToken young = accepted(strict.verify(signed(Tokens.claims())));
        assertThat(young.expiry()).isEqualTo(Tokens.NOW.plusSeconds(50));
    }

    private static VerifiedToken accepted(JwtVerdict verdict) {
        assertThat(verdict).isInstanceOf(JwtVerdict.Accepted.class);
        return ((JwtVerdict.Accepted) verdict).token();
    }

    private static String b64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
