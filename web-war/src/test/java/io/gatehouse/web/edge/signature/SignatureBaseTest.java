package io.gatehouse.web.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.greenbytes.http.sfv.Parser;
import org.junit.jupiter.api.Test;

class SignatureBaseTest {

    /** RFC 9421 appendix B.2.5: the message and its result, with the secret of appendix B.1.5. */
    @Test
    void theTestVectorOfTheRfcGivesItsBaseAndItsMac() throws Exception {
        Message message = new Message("POST", TargetUri.of("https://example.com", "/foo", "param=Value&Pet=dog"))
                .with("Date", "Tue, 20 Apr 2021 02:07:55 GMT")
                .with("Content-Type", "application/json")
                .with("Content-Length", "18");
        byte[] base = base(
                "(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"", message);

        assertThat(new String(base, StandardCharsets.US_ASCII)).isEqualTo("""
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@authority": example.com
                "content-type": application/json
                "@signature-params": ("date" "@authority" "content-type")\
                ;created=1618884473;keyid="test-shared-secret\"""");
        assertThat(hmac(
                        "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==",
                        base))
                .isEqualTo("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
    }

    /** RFC 9421 sections 2.2.1 to 2.2.7. */
    @Test
    void requestComponentsAreDerivedAsInTheRfc() throws Exception {
        Message message = new Message("POST", TargetUri.of("https://www.example.com", "/path", "param=value"));

        assertThat(text("(\"@method\" \"@target-uri\" \"@authority\" \"@scheme\" \"@path\" \"@query\")", message))
                .isEqualTo("""
                        "@method": POST
                        "@target-uri": https://www.example.com/path?param=value
                        "@authority": www.example.com
                        "@scheme": https
                        "@path": /path
                        "@query": ?param=value
                        "@signature-params": ("@method" "@target-uri" "@authority" "@scheme" "@path" "@query")""");
    }

    @Test
    void anAbsentQueryIsAQuestionMark() throws Exception {
        Message message = new Message("GET", TargetUri.of("https://www.example.com", "/path", null));

        assertThat(text("(\"@query\" \"@target-uri\")", message)).startsWith("""
                "@query": ?
                "@target-uri": https://www.example.com/path
                """);
    }

    /** RFC 9421 section 2.1. */
    @Test
    void linesOfOneFieldAreCombinedAndStripped() throws Exception {
        Message message = Message.post()
                .with("X-OWS-Header", "  Leading and trailing.   ")
                .with("Cache-Control", "max-age=60")
                .with("Cache-Control", " must-revalidate");

        assertThat(text("(\"x-ows-header\" \"cache-control\")", message)).startsWith("""
                "x-ows-header": Leading and trailing.
                "cache-control": max-age=60, must-revalidate
                """);
    }

    @Test
    void parametersKeepTheirOrderAndText() throws Exception {
        assertThat(text("(\"@method\");nonce=\"a\\\"b\";tag=\"app\";x;created=1", Message.post()))
                .endsWith("\"@signature-params\": (\"@method\");nonce=\"a\\\"b\";tag=\"app\";x;created=1");
    }

    @Test
    void unknownComponentsAreRefused() {
        for (String input : new String[] {
            "(\"@status\")",
            "(\"@request-target\")",
            "(\"@query-param\";name=\"a\")",
            "(\"@method\";req)",
            "(\"content-type\";sf)",
            "(\"content-type\";bs)",
            "(\"Content-Type\")",
            "(\"content-type: x\")",
            "(\"a\\\"b\")",
            "(\"\")",
            "(\"@method\" \"@method\")",
            "(method)",
            "(1)",
            "(\"absent\")"
        }) {
            Message message = Message.post().with("Content-Type", "application/json");
            assertThatThrownBy(() -> base(input, message)).as(input).isInstanceOf(InvalidSignatureException.class);
        }
    }

    private static String text(String input, SignedMessage message) throws InvalidSignatureException {
        return new String(base(input, message), StandardCharsets.US_ASCII);
    }

    private static byte[] base(String input, SignedMessage message) throws InvalidSignatureException {
        return SignatureBase.of(Parser.parseInnerList(input)).over(message);
    }

    private static String hmac(String secret, byte[] base) {
        return Base64.getEncoder()
                .encodeToString(new HmacSha256(Base64.getDecoder().decode(secret)).sign(base));
    }
}
