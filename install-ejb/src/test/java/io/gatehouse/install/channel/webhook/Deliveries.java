package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnectionFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Deliveries in the formats that the platforms document, and the connections for them. */
final class Deliveries {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    static final OpenConnection WHATSAPP = OpenConnectionFixture.of(
            Platform.WHATSAPP, "http://x", Map.of("phoneNumberId", "106540352242922", "appSecret", KEY));
    static final OpenConnection TELEGRAM =
            OpenConnectionFixture.of(Platform.TELEGRAM, "http://x", Map.of("secretToken", KEY));
    static final OpenConnection SLACK =
            OpenConnectionFixture.of(Platform.SLACK, "http://x", Map.of("teamId", "T012AB3C4", "signingSecret", KEY));

    private Deliveries() {}

    static OpenConnection connection(Platform platform) {
        return switch (platform) {
            case WHATSAPP -> WHATSAPP;
            case TELEGRAM -> TELEGRAM;
            default -> SLACK;
        };
    }

    static WebhookDelivery under(String header, String value, byte[] body) {
        return new WebhookDelivery(Map.of(header, value), body);
    }

    /** Returns a delivery that Slack signed at that time (in epoch seconds). */
    static WebhookDelivery signed(String key, long time, byte[] body) {
        return new WebhookDelivery(
                Map.of(
                        "x-slack-signature",
                        "v0=" + Signing.hex(key, ("v0:" + time + ":").getBytes(StandardCharsets.UTF_8), body),
                        "x-slack-request-timestamp",
                        String.valueOf(time)),
                body);
    }

    /** Returns a file in the directory of this class. */
    static byte[] bytes(String fixture) {
        try (InputStream file = Deliveries.class.getResourceAsStream(fixture + ".json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
