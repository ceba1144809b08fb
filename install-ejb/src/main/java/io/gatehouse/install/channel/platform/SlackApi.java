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
import java.util.Optional;
import java.util.Set;

/** The Slack Web API. Most refusals have the status 200. */
@ApplicationScoped
class SlackApi implements PlatformApi {

    private static final String API = "https://slack.com/api";

    /** "It's possible some aspect of the operation succeeded before the error was raised" (chat.postMessage, Errors). */
    private static final Set<String> UNKNOWN_OUTCOME = Set.of("internal_error", "fatal_error");

    /** Overloads and outages of Slack, and tokens that an administrator may replace. */
    private static final Set<String> NOT_YET = Set.of(
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_expired",
            "token_revoked",
            "missing_scope");

    /**
     * Errors that concern only the thread: it was deleted with its first message, is locked, or cannot exist in this
     * channel.
     */
    private static final Set<String> THREAD_GONE = Set.of(
            "thread_not_found",
            "invalid_thread_ts",
            "cannot_reply_to_message",
            "restricted_action_thread_locked",
            "restricted_action_non_threadable_channel");

    private ApiClient http;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SlackApi() {}

    @Inject
    SlackApi(ApiClient http) {
        this.http = http;
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    /** In characters, as Slack recommends; Slack truncates texts over ten times that length. */
    @Override
    public int maxTextLength() {
        return 4000;
    }

    @Override
    public ConnectionCheck check(OpenConnection connection) {
        Findings findings = new Findings();
        ApiAnswer answer = call(connection, "auth.test", JsonObjects.builder());
        if (!(answer instanceof ApiAnswer.Answered answered)) {
            findings.unreached(answer);
            return findings.toCheck();
        }
        LenientObject reply = answered.json();
        if (!reply.isTrue("ok")) {
            findings.bad("credentials", "Slack answers " + answered.status() + ": " + reply.words("error"));
            return findings.toCheck();
        }
        findings.good("credentials", "Slack knows the bot, as " + reply.words("user") + ".");
        Optional<String> team = connection.settings().find(SettingField.TEAM_ID);
        findings.judge(
                "team",
                team.isEmpty()
                        || team.equals(reply.textOrNumber("team_id"))
                        || team.equals(reply.textOrNumber("enterprise_id")),
                "The token is for the team " + reply.words("team") + " (" + reply.words("team_id") + ").");
        return findings.toCheck();
    }

    @Override
    public Delivery send(OpenConnection connection, Outgoing message) {
        JsonObjectBuilder json = JsonObjects.builder()
                .add("channel", message.chat())
                .add("text", escaped(message.text()))
                .add("unfurl_links", false)
                .add("unfurl_media", false);
        String thread = message.thread();
        if (thread != null) {
            json.add("thread_ts", thread);
        }
        ApiAnswer answer = call(connection, "chat.postMessage", json);
        if (!(answer instanceof ApiAnswer.Answered answered)) {
            return Outcomes.unanswered(answer);
        }
        LenientObject reply = answered.json();
        if (answered.isSuccess() && reply.isTrue("ok")) {
            return reply.textOrNumber("ts")
                    .<Delivery>map(Delivery.Sent::new)
                    .orElseGet(() -> new Delivery.Unknown("the answer names no message"));
        }
        String error = reply.words("error");
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return new Delivery.TooMuch(answered.retryAfter(), error);
        }
        if (NOT_YET.contains(error)) {
            return new Delivery.NotYet(error);
        }
        if (UNKNOWN_OUTCOME.contains(error)) {
            return new Delivery.Unknown(error);
        }
        if (thread != null && THREAD_GONE.contains(error)) {
            return new Delivery.ThreadGone(error);
        }
        if (answered.isSuccess()) {
            return error.isEmpty()
                    ? new Delivery.Unknown("the answer says neither yes nor no")
                    : new Delivery.Refused(error);
        }
        return Outcomes.failed(answered, error);
    }

    private ApiAnswer call(OpenConnection connection, String method, JsonObjectBuilder json) {
        return http.call(ApiRequest.postJson(
                        connection.apiBaseUrl(API) + "/" + method, json.build().toString())
                .bearing(connection.setting(SettingField.SLACK_BOT_TOKEN)));
    }

    /** Escapes the text, so that mentions, links and commands in it have no effect (Slack, "Escaping text"). */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
