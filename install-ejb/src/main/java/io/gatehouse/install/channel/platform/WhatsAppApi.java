package io.gatehouse.install.channel.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.install.channel.http.ApiAnswer;
import io.gatehouse.install.channel.http.ApiClient;
import io.gatehouse.install.channel.http.ApiRequest;
import io.gatehouse.kernel.crypto.HmacSha256;
import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.kernel.json.LenientObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** The WhatsApp Business Platform, Cloud API. */
@ApplicationScoped
class WhatsAppApi implements PlatformApi {

    private static final String API = "https://graph.facebook.com/v23.0";
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Rate limits: of the app, of the account, of the number, for spam, and of messages to one person. */
    private static final Set<String> TOO_MUCH = Set.of("4", "80007", "130429", "131048", "131056");

    /** Unknown errors of WhatsApp, an overload, a service that is down, and an access token that is not accepted. */
    private static final Set<String> NOT_YET = Set.of("1", "2", "131000", "131016", "133004", "190");

    private ApiClient http;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected WhatsAppApi() {}

    @Inject
    WhatsAppApi(ApiClient http) {
        this.http = http;
    }

    @Override
    public Platform platform() {
        return Platform.WHATSAPP;
    }

    @Override
    public int maxTextLength() {
        return 4096;
    }

    /** The app secret proof shows that token and secret belong to the same app. */
    @Override
    public ConnectionCheck check(OpenConnection connection) {
        String token = connection.setting(SettingField.ACCESS_TOKEN);
        HmacSha256 mac =
                new HmacSha256(connection.setting(SettingField.APP_SECRET).getBytes(StandardCharsets.UTF_8));
        String proof = HexFormat.of().formatHex(mac.sign(token.getBytes(StandardCharsets.UTF_8)));
        ApiAnswer answer = http.call(ApiRequest.get(
                        number(connection) + "?fields=display_phone_number,verified_name&appsecret_proof=" + proof)
                .bearing(token));
        Findings findings = new Findings();
        if (!(answer instanceof ApiAnswer.Answered answered)) {
            findings.unreached(answer);
            return findings.toCheck();
        }
        LenientObject reply = answered.json();
        if (!answered.isSuccess()) {
            findings.bad(
                    "credentials",
                    "WhatsApp answers " + answered.status() + ": "
                            + reply.object("error").words("message"));
            return findings.toCheck();
        }
        findings.good("credentials", "WhatsApp knows the phone number id, as " + reply.words("verified_name") + ".");
        String shown = reply.textOrNumber("display_phone_number").orElse("");
        boolean same = digits(shown).equals(digits(connection.setting(SettingField.DISPLAY_NUMBER)));
        findings.judge("number", same, "The number of that id is " + reply.words("display_phone_number") + ".");
        return findings.toCheck();
    }

    /**
     * Sends the message. A person who hides their number is addressed by their business-scoped id, in another field.
     */
    @Override
    public Delivery send(OpenConnection connection, Outgoing message) {
        MessageTemplate template = message.template();
        JsonObjectBuilder body = JsonObjects.builder()
                .add("messaging_product", "whatsapp")
                .add("recipient_type", "individual")
                .add(DIGITS.matcher(message.chat()).matches() ? "to" : "recipient", message.chat());
        String json = (template == null ? text(body, message.text()) : template(body, template))
                .add("biz_opaque_callback_data", message.id().toString())
                .build()
                .toString();
        ApiAnswer answer = http.call(ApiRequest.postJson(number(connection) + "/messages", json)
                .bearing(connection.setting(SettingField.ACCESS_TOKEN)));
        if (!(answer instanceof ApiAnswer.Answered answered)) {
            return Outcomes.unanswered(answer);
        }
        LenientObject reply = answered.json();
        if (answered.isSuccess()) {
            return reply.first("messages")
                    .textOrNumber("id")
                    .<Delivery>map(Delivery.Sent::new)
                    .orElseGet(() -> new Delivery.Unknown("the answer names no message"));
        }
        return failure(answered, reply.object("error"));
    }

    private static JsonObjectBuilder text(JsonObjectBuilder body, String text) {
        return body.add("type", "text")
                .add("text", JsonObjects.builder().add("preview_url", false).add("body", text));
    }

    private static JsonObjectBuilder template(JsonObjectBuilder body, MessageTemplate template) {
        JsonArrayBuilder parameters = JsonObjects.arrayBuilder();
        template.parameters()
                .forEach(it ->
                        parameters.add(JsonObjects.builder().add("type", "text").add("text", it)));
        JsonObjectBuilder component = JsonObjects.builder().add("type", "body").add("parameters", parameters);
        return body.add("type", "template")
                .add(
                        "template",
                        JsonObjects.builder()
                                .add("name", template.name())
                                .add("language", JsonObjects.builder().add("code", template.language()))
                                .add("components", JsonObjects.arrayBuilder().add(component)));
    }

    private static Delivery failure(ApiAnswer.Answered answered, LenientObject error) {
        String code = error.textOrNumber("code").orElse("");
        String why = (code + " " + error.words("message")).strip();
        if (TOO_MUCH.contains(code)) {
            return new Delivery.TooMuch(answered.retryAfter(), why);
        }
        if (NOT_YET.contains(code)) {
            return new Delivery.NotYet(why);
        }
        return Outcomes.failed(answered, why);
    }

    private static String number(OpenConnection connection) {
        return connection.apiBaseUrl(API) + "/" + connection.setting(SettingField.PHONE_NUMBER_ID);
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
