package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Deliveries that are forged, changed on their way or too late, and bodies that are no deliveries. */
public interface ForgedWebhookCases extends Cases {

    /** The secret of another app of the same platform. */
    String OTHER_SECRET = "fedcba9876543210fedcba9876543210";

    @Test
    @DisplayName("WhatsApp: deliveries not signed by its app, or changed, are refused and not processed")
    default void deliveriesNotSignedByWhatsAppAreRefused() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.whatsapp(platform.url()));
            Webhook webhook = new Webhook(gatehouse(), connection);
            String phone = phone();
            String body = Webhook.whatsappBody(List.of(new Said(phone, "Hello")));
            String proof = "sha256=" + Webhook.hex(Channel.APP_SECRET, body);
            Map<String, Answer> forged = new LinkedHashMap<>();
            forged.put("no signature", webhook.deliver(body, Map.of()));
            forged.put("another app's", webhook.deliver(body, whatsapp("sha256=" + Webhook.hex(OTHER_SECRET, body))));
            forged.put(
                    "another body's",
                    webhook.deliver(body, whatsapp("sha256=" + Webhook.hex(Channel.APP_SECRET, "{}"))));
            forged.put("of another kind", webhook.deliver(body, whatsapp(proof.replace("sha256=", "sha1="))));
            forged.put("of no kind", webhook.deliver(body, whatsapp(proof.replace("sha256=", ""))));
            forged.put("cut short", webhook.deliver(body, whatsapp(proof.substring(0, proof.length() - 2))));
            forged.put("a body that was changed", webhook.deliver(body.replace("Hello", "Hallo"), whatsapp(proof)));
            forged.put("a body that was cut off", webhook.deliver(half(body), whatsapp(proof)));
            forged.put("a body that was added to", webhook.deliver(body + " ", whatsapp(proof)));

            areRefused("whatsapp", forged);
            areNoDeliveries(body, text -> webhook.whatsapp(text));
            webhook.whatsapp(body).expecting(200);
            isToldOnce(platform, phone);
            remove(connection);
        }
    }

    @Test
    @DisplayName("Telegram: deliveries without the bot's secret token are refused and not processed")
    default void deliveriesWithoutTelegramsTokenAreRefused() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.telegram(platform.url()));
            Webhook webhook = new Webhook(gatehouse(), connection);
            long user = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
            String body = Webhook.telegramBody(user, user, "Hello");
            String token = Channel.SECRET_TOKEN;
            Map<String, Answer> forged = new LinkedHashMap<>();
            forged.put("no token", webhook.deliver(body, Map.of()));
            forged.put("another bot's", webhook.deliver(body, telegram(OTHER_SECRET)));
            forged.put("cut short", webhook.deliver(body, telegram(token.substring(1))));
            forged.put("too long", webhook.deliver(body, telegram(token + "0")));
            forged.put("in capitals", webhook.deliver(body, telegram(token.replace('s', 'S'))));

            areRefused("telegram", forged);
            areNoDeliveries(body, text -> webhook.deliver(text, telegram(token)));
            webhook.deliver(body, telegram(token)).expecting(200);
            isToldOnce(platform, String.valueOf(user));
            remove(connection);
        }
    }

    @Test
    @DisplayName("Slack: deliveries not signed by its app within five minutes are refused and not processed")
    default void deliveriesNotRecentlySignedBySlackAreRefused() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(Channel.slack(platform.url()));
            Webhook webhook = new Webhook(gatehouse(), connection);
            String user = "U" + ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
            String body = Webhook.slackBody(user, "Ev" + user, "Hello");
            long now = Instant.now().getEpochSecond();
            String proof = slackProof(Channel.SIGNING_SECRET, now, body);
            Map<String, Answer> forged = new LinkedHashMap<>();
            forged.put("no signature", webhook.deliver(body, Map.of("X-Slack-Request-Timestamp", "" + now)));
            forged.put("no time", webhook.deliver(body, Map.of("X-Slack-Signature", proof)));
            forged.put("another app's", webhook.deliver(body, slack(now, slackProof(OTHER_SECRET, now, body))));
            forged.put("of another version", webhook.deliver(body, slack(now, proof.replace("v0=", "v1="))));
            forged.put("too old", webhook.slack(body, now - 310));
            forged.put("too early", webhook.slack(body, now + 330));
            forged.put(
                    "an old one under a new time",
                    webhook.deliver(body, slack(now, slackProof(Channel.SIGNING_SECRET, now - 310, body))));
            forged.put("a body that was changed", webhook.deliver(body.replace("Hello", "Hallo"), slack(now, proof)));
            forged.put("a body that was cut off", webhook.deliver(half(body), slack(now, proof)));

            areRefused("slack", forged);
            areNoDeliveries(body, text -> webhook.slack(text, Instant.now().getEpochSecond()));
            webhook.slack(body, Instant.now().getEpochSecond()).expecting(200);
            isToldOnce(platform, "D" + user);
            remove(connection);
        }
    }

    private void areRefused(String platform, Map<String, Answer> forged) {
        forged.forEach((what, answer) -> {
            assertThat(answer.status()).as(what).isEqualTo(403);
            answer.expectingProblem(403, "webhook_not_genuine");
        });
        Matcher refused = Pattern.compile("gatehouse_webhook_deliveries_total\\{platform=\"" + platform
                        + "\",result=\"not_genuine\"} (\\d+)")
                .matcher(gatehouse().anyone().get("/metrics").expecting(200).text());
        assertThat(refused.find()).isTrue();
        assertThat(Integer.parseInt(refused.group(1))).isGreaterThanOrEqualTo(forged.size());
    }

    /** With a valid proof each. */
    private static void areNoDeliveries(String body, Function<String, Answer> genuine) {
        for (String text : new String[] {"", "not JSON", half(body), body + "}", "[" + body + "]", "null"}) {
            genuine.apply(text).expectingProblem(400, "bad_request");
        }
    }

    /** An unknown account gets one reply per processed message. */
    private static void isToldOnce(ChatPlatform platform, String chat) {
        Awaitility.await("the reply to the one that was genuine")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !platform.saidTo(chat).isEmpty());
        assertThat(platform.saidTo(chat)).singleElement().asString().contains("/install/");
    }

    private static Map<String, String> whatsapp(String signature) {
        return Map.of("X-Hub-Signature-256", signature);
    }

    private static Map<String, String> telegram(String token) {
        return Map.of("X-Telegram-Bot-Api-Secret-Token", token);
    }

    private static Map<String, String> slack(long time, String signature) {
        return Map.of("X-Slack-Request-Timestamp", String.valueOf(time), "X-Slack-Signature", signature);
    }

    private static String slackProof(String secret, long time, String body) {
        return "v0=" + Webhook.hex(secret, "v0:" + time + ":" + body);
    }

    private static String half(String body) {
        return body.substring(0, body.length() / 2);
    }

    private static String phone() {
        return "447%09d".formatted(ThreadLocalRandom.current().nextInt(400_000_000, 500_000_000));
    }

    private JsonObject connect(JsonObject channel) {
        return gatehouse()
                .administrator()
                .post(ConnectionCases.CONNECTIONS, channel)
                .expecting(201)
                .json();
    }

    private void remove(JsonObject connection) {
        gatehouse()
                .administrator()
                .delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                .expecting(204);
    }
}
