package io.gatehouse.install.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import io.gatehouse.testkit.SetClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A time, a proof and a body, one per line. {@code {now}} is replaced by the time, {@code {whatsapp}} and {@code
 * {slack}} by the proofs that the platforms would send for this time and body, {@code {secret}} by the secret itself. A
 * delivery is genuine exactly if its proof is expected and recent.
 */
public final class ProofFuzz {

    private static final long NOW = 1_800_000_000;
    private static final SetClock CLOCK = new SetClock(Instant.ofEpochSecond(NOW));
    private static final int WINDOW = 300;

    private ProofFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<String> lines = FuzzText.lines(input, 3);
        String time = lines.get(0).replace("{now}", String.valueOf(NOW));
        byte[] body = lines.get(2).getBytes(StandardCharsets.UTF_8);
        String whatsapp = "sha256=" + Signing.hex(Deliveries.KEY, body);
        String slack = "v0=" + Signing.hex(Deliveries.KEY, ("v0:" + time + ":").getBytes(StandardCharsets.UTF_8), body);
        String proof = lines.get(1)
                .replace("{whatsapp}", whatsapp)
                .replace("{slack}", slack)
                .replace("{secret}", Deliveries.KEY);
        WebhookDelivery delivery = new WebhookDelivery(
                Map.of(
                        "x-hub-signature-256", proof,
                        "x-telegram-bot-api-secret-token", proof,
                        "x-slack-signature", proof,
                        "x-slack-request-timestamp", time),
                body);

        assertGenuine(new WhatsAppReader(CLOCK), delivery, isSameMac(proof, whatsapp));
        assertGenuine(new TelegramReader(CLOCK), delivery, proof.equals(Deliveries.KEY));
        assertGenuine(new SlackReader(CLOCK), delivery, isRecent(time) && isSameMac(proof, slack));
    }

    private static void assertGenuine(WebhookReader reader, WebhookDelivery delivery, boolean genuine) {
        assertThat(FuzzLimits.within(() -> reader.isGenuine(Deliveries.connection(reader.platform()), delivery)))
                .as("%s: genuine", reader.platform())
                .isEqualTo(genuine);
    }

    /** Hexadecimal digits may be upper-case; nothing else may differ. */
    private static boolean isSameMac(String proof, String expected) {
        String prefix = expected.substring(0, expected.indexOf('=') + 1);
        return proof.startsWith(prefix)
                && proof.chars().allMatch(c -> c < 0x80)
                && proof.toLowerCase(Locale.ROOT).equals(expected);
    }

    private static boolean isRecent(String time) {
        return time.matches("[0-9]{1,11}") && Math.abs(Long.parseLong(time) - NOW) <= WINDOW;
    }
}
