package io.gatehouse.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDocumentTest {

    private static final RSAPublicKey RSA = (RSAPublicKey) rsa(2048);
    private static final ECPublicKey EC = ec("secp256r1");
    private static final String GOOD = jwk("\"kid\":\"good\",\"use\":\"sig\",\"alg\":\"RS256\"", RSA);

    static Stream<Arguments> unusable() {
        String x = number(EC.getW().getAffineX());
        String y = number(EC.getW().getAffineY());
        String n = number(RSA.getModulus());
        return Stream.of(
                Arguments.of(
                        "{\"kty\":\"EC\",\"crv\":\"BP-256\",\"kid\":\"b\",\"x\":\"AAAA\",\"y\":\"AAAA\"}", "BP-256"),
                Arguments.of("{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AAAA\",\"y\":\"AAAA\"}", "secp256k1"),
                Arguments.of("{\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}", "has no crv"),
                Arguments.of("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x + "\"}", "has no y"),
                Arguments.of("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":7,\"y\":\"" + y + "\"}", "has no x"),
                Arguments.of("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x + "\",\"y\":\"AQ\"}", "not on its curve"),
                Arguments.of("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}", "not on its curve"),
                Arguments.of(
                        "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}", "not on its"),
                Arguments.of("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"!\",\"y\":\"" + y + "\"}", "no base64url"),
                Arguments.of("{\"kty\":\"oct\",\"kid\":\"o\"}", "(kid o) is a shared secret"),
                Arguments.of("{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}", "is a shared secret"),
                Arguments.of("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}", "kty OKP"),
                Arguments.of("{\"kty\":\"AKP\",\"alg\":\"ML-DSA-65\",\"pub\":\"AAAA\"}", "kty AKP"),
                Arguments.of("{\"kty\":\"\\u0000\\nFORGED LINE\"}", "kty ??FORGED?LINE"),
                Arguments.of("{\"kid\":\"x\"}", "has no kty"),
                Arguments.of("{}", "has no kty"),
                Arguments.of("{\"kty\":{\"kty\":\"RSA\"}}", "has no kty"),
                Arguments.of("{\"kty\":\"RSA\",\"e\":\"AQAB\"}", "has no n"),
                Arguments.of("{\"kty\":\"RSA\",\"n\":\"" + n + "\"}", "has no e"),
                Arguments.of("{\"kty\":\"RSA\",\"n\":\"" + n + "\",\"e\":\"AQ\"}", "no RSA key has"),
                Arguments.of("{\"kty\":\"RSA\",\"n\":\"" + n + "\",\"e\":\"Ag\"}", "no RSA key has"),
                Arguments.of("{\"kty\":\"RSA\",\"n\":\"" + n + "\",\"e\":\"" + n + "\"}", "no RSA key has"),
                Arguments.of("{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}", "is RSA of 17 bits"),
                Arguments.of(jwk("\"kid\":\"s\"", rsa(1024)), "is RSA of 1024 bits"),
                Arguments.of("{\"kty\":\"RSA\",\"n\":\"" + "_".repeat(100_000) + "\",\"e\":\"AQAB\"}", "too large"),
                Arguments.of("{\"kty\":\"RSA\",\"n\":\"" + "_".repeat(1_370) + "\",\"e\":\"AQAB\"}", "is RSA of 82"),
                Arguments.of(jwk("\"use\":\"enc\"", RSA), "is for enc"),
                Arguments.of(jwk("\"kid\":\"" + "k".repeat(300) + "\"", RSA), "kid of more than"),
                Arguments.of("7", "is no object"),
                Arguments.of("1e99999999999", "is no object"),
                Arguments.of("\"key\"", "is no object"),
                Arguments.of("null", "is no object"),
                Arguments.of("[[{\"kty\":\"RSA\"}]]", "is no object"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void anUnusableKeyDoesNotAffectOtherKeys(String key, String why) {
        IssuerKeySet before = KeyDocument.read("{\"keys\":[" + key + "," + GOOD + "]}");
        IssuerKeySet after = KeyDocument.read("{\"keys\":[" + GOOD + "," + key + "]}");
        for (IssuerKeySet set : List.of(before, after)) {
            assertThat(set.keys()).singleElement().satisfies(good -> {
                assertThat(good.id()).isEqualTo("good");
                assertThat(good.algorithm()).isEqualTo("RS256");
                assertThat(good.key()).isEqualTo(RSA);
            });
            assertThat(set.ignored()).singleElement().asString().contains(why).matches("[\\x20-\\x7e]*");
        }
        assertThat(after.reasons()).startsWith("key 1").hasSizeLessThan(200);
    }

    @Test
    void invalidUnusedMembersDoNotMakeAKeyUnusable() {
        for (String odd : List.of(
                "\"x5c\":[\"no certificate\"]",
                "\"x5c\":7",
                "\"x5t\":\"!\"",
                "\"exp\":1e99999999999",
                "\"nbf\":" + "9".repeat(2_000),
                "\"key_ops\":\"verify\"",
                "\"kid\":7",
                "\"alg\":[]",
                "\"nested\":" + "[".repeat(200) + "]".repeat(200))) {
            IssuerKeySet set = KeyDocument.read("{\"keys\":[" + jwk(odd, RSA) + "],\"more\":1e99999999999}");
            assertThat(set.keys()).as(odd).singleElement().satisfies(key -> assertThat(key.key())
                    .isEqualTo(RSA));
        }
    }

    @Test
    void keysWithTheSameIdAreAllKept() {
        String ec = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"good\",\"x\":\""
                + number(EC.getW().getAffineX()) + "\",\"y\":\""
                + number(EC.getW().getAffineY()) + "\"}";
        IssuerKeySet set = KeyDocument.read("{\"keys\":[" + GOOD + "," + ec + "," + GOOD + "]}");
        assertThat(set.keys()).extracting(IssuerKey::id).containsExactly("good", "good", "good");
        assertThat(set.keys().get(1).key()).isEqualTo(EC);
    }

    @Test
    void aSetWithoutUsableKeysGivesAReasonForEach() {
        IssuerKeySet set = KeyDocument.read("{\"keys\":[{\"kty\":\"oct\"},7]}");
        assertThat(set.keys()).isEmpty();
        assertThat(set.reasons()).isEqualTo("key 0 is a shared secret (kty oct); key 1 is no object");
        assertThat(KeyDocument.read("{\"keys\":[]}").reasons()).isEqualTo("the set is empty");
        assertThat(KeyDocument.read("{\"keys\":[" + "7,".repeat(999) + "7]}").reasons())
                .endsWith("; and 980 more")
                .hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "",
                "é",
                "{",
                "{}",
                "{\"keys\":7}",
                "{\"keys\":[",
                "{\"keys\":[{\"kty\":\"RSA\"",
                "{\"keys\":[]} trailing {",
                "[]",
                "<html>",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "/etc/passwd"
            })
    void anUnknownFormatIsRefusedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> KeyDocument.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("garbage", "passwd", "AAAA");
    }

    @Test
    void excessiveNestingIsRefused() {
        assertThatThrownBy(() -> KeyDocument.read("{\"keys\":" + "[".repeat(250_000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyDocument.read("{\"a\":".repeat(50_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameLimitsApplyToPem() {
        assertThat(KeyDocument.read(pem(RSA)).keys()).hasSize(1);
        assertThat(KeyDocument.read(pem(EC)).keys()).hasSize(1);
        assertThat(KeyDocument.read(pem(ec("secp521r1"))).keys()).hasSize(1);
        assertThat(KeyDocument.read(pem(rsa(1024))).reasons()).contains("1024 bits");
    }

    @Test
    void aSingleJwkIsAcceptedPlainAndInBase64() {
        String encoded = Base64.getUrlEncoder().encodeToString(GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(KeyDocument.read(GOOD).keys()).hasSize(1);
        assertThat(KeyDocument.read(encoded).keys()).hasSize(1);
    }

    private static String jwk(String more, PublicKey key) {
        RSAPublicKey rsa = (RSAPublicKey) key;
        return "{\"kty\":\"RSA\"," + more + ",\"n\":\"" + number(rsa.getModulus()) + "\",\"e\":\""
                + number(rsa.getPublicExponent()) + "\"}";
    }

    private static String number(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static PublicKey rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECPublicKey ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return (ECPublicKey) generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
