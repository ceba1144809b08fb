package io.gatehouse.install.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.testkit.SetClock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proofs of deliveries: which are accepted and which are refused. */
class WebhookProofTest {

    private final SetClock clock = SetClock.some();

    @Test
    void theWhatsAppSignatureCoversTheRawBytes() {
        WhatsAppReader reader = new WhatsAppReader(clock);
        byte[] body = Deliveries.bytes("whatsapp/text");
        String right = "sha256=" + Signing.hex(Deliveries.KEY, body);

        assertThat(reader.isGenuine(Deliveries.WHATSAPP, Deliveries.under("x-hub-signature-256", right, body)))
                .isTrue();
        assertThat(reader.isGenuine(
                        Deliveries.WHATSAPP,
                        Deliveries.under(
                                "x-hub-signature-256",
                                "sha256=" + right.substring(7).toUpperCase(Locale.ROOT),
                                body)))
                .isTrue();
        for (String wrong : new String[] {
            "",
            "sha256=",
            right.substring(7),
            "sha1=" + right.substring(7),
            right + "00",
            right.substring(0, right.length() - 2),
            right.substring(0, right.length() - 1) + "z",
            "sha256=" + Signing.hex("another app's secret", body),
            "sha256=" + Signing.hex(Deliveries.KEY, Arrays.copyOf(body, body.length - 1)),
            "sha256=" + "0".repeat(64)
        }) {
            assertThat(reader.isGenuine(Deliveries.WHATSAPP, Deliveries.under("x-hub-signature-256", wrong, body)))
                    .as(wrong)
                    .isFalse();
        }
        assertThat(reader.isGenuine(Deliveries.WHATSAPP, new WebhookDelivery(Map.of(), body)))
                .isFalse();
        byte[] tampered = body.clone();
        tampered[tampered.length / 2] ^= 1;
        assertThat(reader.isGenuine(Deliveries.WHATSAPP, Deliveries.under("x-hub-signature-256", right, tampered)))
                .isFalse();
    }

    @Test
    void theTelegramProofIsTheWholeToken() {
        TelegramReader reader = new TelegramReader(clock);
        byte[] body = Deliveries.bytes("telegram/text");

        assertThat(reader.isGenuine(
                        Deliveries.TELEGRAM, Deliveries.under("x-telegram-bot-api-secret-token", Deliveries.KEY, body)))
                .isTrue();
        for (String wrong : new String[] {
            "", Deliveries.KEY.substring(1), Deliveries.KEY + "0", Deliveries.KEY.replace('a', 'A'), "another"
        }) {
            assertThat(reader.isGenuine(
                            Deliveries.TELEGRAM, Deliveries.under("x-telegram-bot-api-secret-token", wrong, body)))
                    .as(wrong)
                    .isFalse();
        }
        assertThat(reader.isGenuine(Deliveries.TELEGRAM, new WebhookDelivery(Map.of(), body)))
                .isFalse();
    }

    @Test
    void theSlackSignatureCoversItsTimeWhichMustBeRecent() {
        SlackReader reader = new SlackReader(clock);
        byte[] body = Deliveries.bytes("slack/message");
        long now = clock.instant().getEpochSecond();

        for (long off : new long[] {0, -299, 299}) {
            assertThat(reader.isGenuine(Deliveries.SLACK, Deliveries.signed(Deliveries.KEY, now + off, body)))
                    .as("%d seconds off", off)
                    .isTrue();
        }
        for (long off : new long[] {-302, 302, -86_400}) {
            assertThat(reader.isGenuine(Deliveries.SLACK, Deliveries.signed(Deliveries.KEY, now + off, body)))
                    .as("%d seconds off", off)
                    .isFalse();
        }
        assertThat(reader.isGenuine(Deliveries.SLACK, Deliveries.signed("another app's secret", now, body)))
                .isFalse();
        WebhookDelivery old = Deliveries.signed(Deliveries.KEY, now - 1_000, body);
        assertThat(reader.isGenuine(
                        Deliveries.SLACK,
                        new WebhookDelivery(
                                Map.of(
                                        "x-slack-signature",
                                        String.valueOf(old.header("x-slack-signature")),
                                        "x-slack-request-timestamp",
                                        String.valueOf(now)),
                                body)))
                .as("an old signature under a new time")
                .isFalse();
        for (String time : new String[] {"", "now", "-1", "1e3", "99999999999999999999"}) {
            assertThat(reader.isGenuine(
                            Deliveries.SLACK,
                            new WebhookDelivery(
                                    Map.of(
                                            "x-slack-signature",
                                            "v0="
                                                    + Signing.hex(
                                                            Deliveries.KEY,
                                                            ("v0:" + time + ":").getBytes(StandardCharsets.UTF_8),
                                                            body),
                                            "x-slack-request-timestamp",
                                            time),
                                    body)))
                    .as(time)
                    .isFalse();
        }
    }
}
