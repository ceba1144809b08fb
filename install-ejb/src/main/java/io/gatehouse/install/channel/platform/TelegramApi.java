package io.gatehouse.install.channel.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.install.channel.http.ApiAnswer;
import io.gatehouse.install.channel.http.ApiClient;
import io.gatehouse.install.channel.http.ApiRequest;
import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.kernel.json.LenientObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Telegram Bot API. Its URLs contain the bot's token, so they must not be logged or returned. */
@ApplicationScoped
class TelegramApi implements PlatformApi {

    private static final String API = "https://api.telegram.org";

    /**
     * Parts of error descriptions that concern only the topic. Telegram's wording depends on where the topic was looked
     * up.
     */
    private static final List<String> THREAD_GONE =
            List.of("message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid");

    private ApiClient http;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TelegramApi() {}

    @Inject
    TelegramApi(ApiClient http) {
        this.http = http;
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    @Override
    public int maxTextLength() {
        return 4096;
    }

    @Override
    public ConnectionCheck check(OpenConnection connection) {
        Findings findings = new Findings();
        ApiAnswer me = http.call(ApiRequest.get(method(connection, "getMe")));
        if (!(me instanceof ApiAnswer.Answered answered)) {
            findings.unreached(me);
            return findings.toCheck();
        }
        LenientObject reply = answered.json();
        if (!reply.isTrue("ok")) {
            findings.bad("credentials", "Telegram answers " + answered.status() + ": " + reply.words("description"));
            return findings.toCheck();
        }
        String name = reply.object("result").words("username");
        findings.good("credentials", "Telegram knows the bot, as @" + name + ".");
        findings.judge(
                "name",
                name.equalsIgnoreCase(
                        connection.setting(SettingField.BOT_USERNAME).replace("@", "")),
                "The bot of that token is @" + name + ".");
        findWebhook(connection, findings);
        return findings.toCheck();
    }

    private void findWebhook(OpenConnection connection, Findings findings) {
        ApiAnswer answer = http.call(ApiRequest.get(method(connection, "getWebhookInfo")));
        if (!(answer instanceof ApiAnswer.Answered answered)) {
            findings.unreached(answer);
            return;
        }
        LenientObject webhook = answered.json().object("result");
        String url = webhook.textOrNumber("url").orElse("");
        boolean ours = url.equals(connection.webhookUrl());
        String error = webhook.words("last_error_message");
        findings.judge(
                "webhook",
                ours && error.isEmpty(),
                !ours
                        ? "Telegram does not deliver here: call setWebhook with the webhook URL and the secret token."
                        : error.isEmpty()
                                ? "Telegram delivers to the webhook."
                                : "Telegram's last delivery failed: " + error);
    }

    @Override
    public Delivery send(OpenConnection connection, Outgoing message) {
        JsonObjectBuilder json = JsonObjects.builder()
                .add("chat_id", message.chat())
                .add("text", message.text())
                .add("link_preview_options", JsonObjects.builder().add("is_disabled", true));
        String thread = message.thread();
        if (thread != null) {
            json.add("message_thread_id", Long.parseLong(thread));
        }
        ApiAnswer answer = http.call(ApiRequest.postJson(
                method(connection, "sendMessage"), json.build().toString()));
        if (!(answer instanceof ApiAnswer.Answered answered)) {
            return Outcomes.unanswered(answer);
        }
        LenientObject reply = answered.json();
        if (answered.isSuccess() && reply.isTrue("ok")) {
            return reply.object("result")
                    .textOrNumber("message_id")
                    .<Delivery>map(Delivery.Sent::new)
                    .orElseGet(() -> new Delivery.Unknown("the answer names no message"));
        }
        String why = reply.words("description");
        if (thread != null && answered.status() == 400 && concernsThread(why)) {
            return new Delivery.ThreadGone(why);
        }
        return answered.status() == 429
                ? new Delivery.TooMuch(wait(answered, reply), why)
                : Outcomes.failed(answered, why);
    }

    private static boolean concernsThread(String why) {
        String lowerCase = why.toLowerCase(Locale.ROOT);
        return THREAD_GONE.stream().anyMatch(lowerCase::contains);
    }

    private static @Nullable Duration wait(ApiAnswer.Answered answered, LenientObject reply) {
        return reply.object("parameters")
                .textOrNumber("retry_after")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(answered.retryAfter());
    }

    private static String method(OpenConnection connection, String name) {
        return connection.apiBaseUrl(API) + "/bot" + connection.setting(SettingField.TELEGRAM_BOT_TOKEN) + "/" + name;
    }
}
