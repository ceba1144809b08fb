package io.gatehouse.web.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.access.RequestSignature;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignedRequestTest {

    private static final int MAX = 1_000;
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String COVERED = "(\"@method\" \"@target-uri\" \"content-digest\")";
    private static final String PARAMETERS = ";created=1800000000;keyid=\"k\";nonce=\"n\"";
    private static final String MAC = "sig=:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=:";

    /** RFC 9530 appendix B.1. */
    private static final String HELLO = "{\"hello\": \"world\"}\n";

    private static final String HELLO_DIGEST = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

    @Test
    void aSignedRequestHoldsWhatMustBeVerified() throws Exception {
        SignedRequest request = read(COVERED + PARAMETERS);

        assertThat(request.signature().keyId()).isEqualTo("k");
        assertThat(request.signature().nonce()).isEqualTo("n");
        assertThat(request.signature().created()).isEqualTo(NOW);
        assertThat(request.signature().mac()).hasSize(32);
        assertThat(request.target()).isEqualTo("POST https://gatehouse.example/bridge/v1/agents?x=1");
        assertThat(new String(request.signature().base(), StandardCharsets.US_ASCII))
                .isEqualTo("\"@method\": POST\n\"@target-uri\": https://gatehouse.example/bridge/v1/agents?x=1\n"
                        + "\"content-digest\": " + HELLO_DIGEST + "\n\"@signature-params\": " + COVERED + PARAMETERS);
    }

    @Test
    void withoutAQueryBothFormsOfTheTargetAreTried() throws Exception {
        for (String query : new String[] {null, ""}) {
            SignedRequest request = SignedRequest.of(
                    new Message("GET", TargetUri.of("https://gatehouse.example", "/bridge/v1/agents", query))
                            .with("Signature-Input", "sig=(\"@method\" \"@target-uri\")" + PARAMETERS)
                            .with("Signature", MAC),
                    NOW);

            assertThat(List.of(base(request.signature()), base(Objects.requireNonNull(request.otherwise()))))
                    .anySatisfy(base -> assertThat(base).contains("/bridge/v1/agents\n"))
                    .anySatisfy(base -> assertThat(base).contains("/bridge/v1/agents?\n"));
        }
        assertThat(read(COVERED + PARAMETERS).otherwise()).as("with a query").isNull();
    }

    private static String base(RequestSignature signature) {
        return new String(signature.base(), StandardCharsets.US_ASCII);
    }

    @Test
    void eachRefusalSaysWhy() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put(COVERED + ";keyid=\"k\";nonce=\"n\"", "does not say when it was created");
        refusals.put(COVERED + ";created=\"1800000000\";keyid=\"k\";nonce=\"n\"", "whole number");
        refusals.put(COVERED + ";created=1800000000.5;keyid=\"k\";nonce=\"n\"", "whole number");
        refusals.put(COVERED + ";created=1799999699;keyid=\"k\";nonce=\"n\"", "more than 300 s ago");
        refusals.put(COVERED + ";created=1800000301;keyid=\"k\";nonce=\"n\"", "in the future");
        refusals.put(COVERED + ";created=999999999999999;keyid=\"k\";nonce=\"n\"", "in the future");
        refusals.put(COVERED + ";created=-999999999999999;keyid=\"k\";nonce=\"n\"", "more than 300 s ago");
        refusals.put(COVERED + PARAMETERS + ";expires=1800000000", "has expired");
        refusals.put(COVERED + PARAMETERS + ";alg=\"rsa-v1_5-sha256\"", "must be hmac-sha256");
        refusals.put(COVERED + PARAMETERS + ";alg=hmac-sha256", "must be a string");
        refusals.put(COVERED + ";created=1800000000;nonce=\"n\"", "has no keyid");
        refusals.put(COVERED + ";created=1800000000;keyid=\"k\"", "has no nonce");
        refusals.put(COVERED + ";created=1800000000;keyid=\"k\";nonce=\"\"", "has no nonce");
        refusals.put(COVERED + ";created=1800000000;keyid=\"k\";nonce=\"" + "n".repeat(256) + "\"", "nonce is longer");
        refusals.put("(\"@target-uri\" \"content-digest\")" + PARAMETERS, "must cover @method");
        refusals.put("(\"@method\" \"content-digest\")" + PARAMETERS, "must cover @target-uri");
        refusals.put("(\"@method\" \"@target-uri\")" + PARAMETERS, "must cover content-digest");
        refusals.put("()" + PARAMETERS, "must cover @method");
        refusals.put("token", "no list of components");
        refusals.put("(\"@method\"", "no dictionary");
        refusals.put(COVERED + PARAMETERS + ", sig2=" + COVERED + PARAMETERS, "more than one signature");
        refusals.forEach((input, why) -> assertThatThrownBy(() -> read(input))
                .as(input)
                .isInstanceOf(InvalidSignatureException.class)
                .hasMessageContaining(why));
    }

    @Test
    void theWindowIsThreeHundredSecondsEitherWay() throws Exception {
        assertThat(read(COVERED + ";created=1799999700;keyid=\"k\";nonce=\"n\"").target())
                .startsWith("POST");
        assertThat(read(COVERED + ";created=1800000300;keyid=\"k\";nonce=\"n\"").target())
                .startsWith("POST");
        assertThat(read(COVERED + PARAMETERS + ";expires=1800000001;alg=\"hmac-sha256\"")
                        .target())
                .startsWith("POST");
    }

    @Test
    void aSignatureIsOneByteSequenceOfThatName() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("sig=:***:", "no dictionary");
        refusals.put("sig=:AAECAw", "no dictionary");
        refusals.put("sig=\"AAECAw==\"", "no byte sequence");
        refusals.put("other=:AAECAw==:", "do not name the same signature");
        refusals.put("", "do not name the same signature");
        refusals.forEach((signature, why) -> assertThatThrownBy(() -> SignedRequest.of(
                        Message.post()
                                .with("Signature-Input", "sig=" + COVERED + PARAMETERS)
                                .with("Signature", signature)
                                .with("Content-Digest", HELLO_DIGEST),
                        NOW))
                .as(signature)
                .isInstanceOf(InvalidSignatureException.class)
                .hasMessageContaining(why));
        assertThatThrownBy(() ->
                        SignedRequest.of(Message.post().with("Signature-Input", "sig=" + COVERED + PARAMETERS), NOW))
                .hasMessageContaining("There is no Signature");
    }

    @Test
    void theBodyMustBeTheOneThatWasSigned() throws Exception {
        SignedBody body = read(COVERED + PARAMETERS).body();

        assertThat(body.read(stream(HELLO), MAX)).isEqualTo(HELLO.getBytes(StandardCharsets.UTF_8));
        for (String other : new String[] {"", "{\"hello\": \"world\"}", HELLO + " "}) {
            assertThatThrownBy(() -> body.read(stream(other), MAX))
                    .isInstanceOf(InvalidSignatureException.class)
                    .hasMessageContaining("The body is not");
        }
    }

    @Test
    void aBodyOverTheLimitDoesNotMatchItsDigest() throws Exception {
        SignedBody body = read(COVERED + PARAMETERS).body();

        assertThatThrownBy(() -> body.read(stream(HELLO), HELLO.length() - 1))
                .isInstanceOf(InvalidSignatureException.class);
        assertThat(body.read(stream(HELLO), HELLO.length())).hasSize(HELLO.length());
    }

    @Test
    void signaturesWithATagAreIgnored() throws Exception {
        String bots = "bot=(\"@authority\");created=1800000000;keyid=\"b\";alg=\"ed25519\";tag=\"web-bot-auth\"";
        String ours = "sig=" + COVERED + PARAMETERS;

        assertThat(SignatureFields.areOurs(List.of(bots))).isFalse();
        assertThat(SignatureFields.areOurs(List.of())).isFalse();
        assertThat(SignatureFields.areOurs(List.of(bots, ours))).isTrue();
        assertThat(SignatureFields.areOurs(List.of("token"))).isTrue();
        assertThat(SignatureFields.areOurs(List.of("(("))).isTrue();
        assertThat(SignatureFields.of(List.of(bots, ours), List.of("bot=:AA==:", MAC))
                        .mac())
                .hasSize(32);
    }

    @Test
    void withoutASignedDigestABodyIsRefused() throws Exception {
        String input = "sig=(\"@method\" \"@target-uri\")" + PARAMETERS;
        Message bare = Message.post().with("Signature-Input", input).with("Signature", MAC);
        SignedBody body =
                SignedRequest.of(bare.with("Content-Length", "0"), NOW).body();

        assertThat(body.read(stream(""), MAX)).isEmpty();
        assertThatThrownBy(() -> body.read(stream("x"), MAX)).hasMessageContaining("must cover content-digest");
        assertThatThrownBy(() -> SignedRequest.of(bare.with("Transfer-Encoding", "chunked"), NOW))
                .hasMessageContaining("must cover content-digest");
    }

    @Test
    void everyKnownDigestMustMatchAndOneIsRequired() throws Exception {
        String sha512 = "sha-512=:" + Base64.getEncoder().encodeToString(new byte[64]) + ":";

        assertThat(ContentDigest.of(List.of("md5=:AA==:, " + HELLO_DIGEST))
                        .isOf(HELLO.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(ContentDigest.of(List.of(HELLO_DIGEST, sha512)).isOf(HELLO.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        for (String line :
                new String[] {"md5=:AA==:", "", "sha-256=AA", "sha-256", "sha-256=:AA:=", "SHA-256=:AA==:"}) {
            assertThatThrownBy(() -> ContentDigest.of(List.of(line)))
                    .as(line)
                    .isInstanceOf(InvalidSignatureException.class);
        }
        assertThatThrownBy(() -> ContentDigest.of(List.of())).hasMessageContaining("no Content-Digest");
    }

    /** The body of RFC 9421 appendix B.2, which has no line end. */
    @Test
    void sha512DigestsAreSupported() throws Exception {
        ContentDigest digest = ContentDigest.of(List.of(
                "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:"));

        assertThat(digest.isOf("{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(digest.isOf(HELLO.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void theTargetUsesTheConfiguredUrl() {
        assertThat(TargetUri.of("HTTPS://Gatehouse.Example:443", "/a%2Fb", "q=%20&x")
                        .toString())
                .isEqualTo("https://gatehouse.example/a%2Fb?q=%20&x");
        assertThat(TargetUri.of("http://127.0.0.1:8080", "/", null).toString()).isEqualTo("http://127.0.0.1:8080/");
        assertThat(TargetUri.of("https://example.com/gate", "/api", "").toString())
                .isEqualTo("https://example.com/gate/api?");
        assertThat(TargetUri.of("http://gate_house:8080", "/", null).toString()).isEqualTo("http://gate_house:8080/");
        assertThat(TargetUri.of("http://[::1]:80", "", null).toString()).isEqualTo("http://[::1]/");
    }

    private static SignedRequest read(String input) throws InvalidSignatureException {
        return SignedRequest.of(
                Message.post()
                        .with("Signature-Input", "sig=" + input)
                        .with("Signature", MAC)
                        .with("Content-Length", "19")
                        .with("Content-Digest", HELLO_DIGEST),
                NOW);
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }
}
