package io.gatehouse.web.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Input: {@code Signature-Input}, {@code Signature}, {@code Content-Digest} and one more field, one per line. A request
 * must be refused with a reason, or have a signature base whose lines are those of RFC 9421 section 2.5: no field value
 * may add a line of its own.
 */
public final class SignedRequestFuzz {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final int WINDOW = 300;
    private static final String PARAMETERS = "\"@signature-params\": ";

    private SignedRequestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<String> lines = FuzzText.lines(input, 4).stream()
                .map(line -> line.replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F]", " ")) // as servers ensure
                .toList();
        Message message = Message.post()
                .with("Signature-Input", lines.get(0))
                .with("Signature", lines.get(1))
                .with("Content-Digest", lines.get(2))
                .with("X-Other", lines.get(3));
        FuzzLimits.within(() -> read(message)).ifPresent(SignedRequestFuzz::check);
    }

    private static Optional<SignedRequest> read(Message message) {
        try {
            return Optional.of(SignedRequest.of(message, NOW));
        } catch (InvalidSignatureException e) {
            assertThat(e.why()).isNotBlank().doesNotEndWith(".");
            return Optional.empty();
        }
    }

    private static void check(SignedRequest request) {
        String[] base = new String(request.signature().base(), StandardCharsets.ISO_8859_1).split("\n", -1);
        String covered = base[base.length - 1];
        assertThat(covered).startsWith(PARAMETERS);
        assertThat(covered.substring(PARAMETERS.length())).contains("\"@method\"", "\"@target-uri\"");
        assertThat(base).contains("\"@method\": POST").allMatch(line -> line.matches("\"[^\"]+\": .*"));
        assertThat(base).doesNotHaveDuplicates();
        assertThat(request.signature().created()).isBetween(NOW.minusSeconds(WINDOW), NOW.plusSeconds(WINDOW));
        assertThat(request.signature().keyId()).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        assertThat(request.signature().nonce()).isNotEmpty();
        assertThat(request.target()).isEqualTo("POST https://gatehouse.example/bridge/v1/agents?x=1");
    }
}
