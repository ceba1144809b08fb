package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.WhatsAppBody;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * WhatsApp senders: numbers of any numbering plan, ids instead of numbers, numbers that change owners, and messages
 * without text.
 */
public interface WhatsAppAccountCases extends Cases {

    @Test
    @DisplayName("numbers outside every numbering plan are accepted from the platform or a gateway")
    default void numbersOutsideEveryNumberingPlanAreAccepted() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(platform);
            Webhook webhook = new Webhook(gatehouse(), connection);
            Caller gateway = gatehouse().gateway();
            for (String number : List.of(
                    "22507" + digits(6),
                    "22997" + digits(6),
                    "15550" + digits(6),
                    "44770090" + digits(4),
                    "97250" + digits(7),
                    "5691" + digits(7))) {
                webhook.whatsapp(WhatsAppBody.words(
                                number, null, token(gatehouse().newcomer())))
                        .expecting(200);
                await("the reply to " + number)
                        .until(() -> !platform.saidTo(number).isEmpty());
                assertThat(platform.saidTo(number)).singleElement().asString().contains("is installed");
                gateway.route(ChatAccount.whatsapp(number), Channel.TEMPLATE).expecting(200);
            }
            remove(connection);
        }
    }

    @Test
    @DisplayName("the old and the new form of a renumbered number are one account")
    default void bothFormsOfARenumberedNumberAreOneAccount() {
        Caller gateway = gatehouse().gateway();
        for (Map.Entry<String, String> forms : Map.of(
                        "22507", "2250707", "22945", "2290145", "24106", "24166", "841211", "84791")
                .entrySet()) {
            String tail = digits(6);
            ChatAccount old = ChatAccount.whatsapp(forms.getKey() + tail);
            ChatAccount now = ChatAccount.whatsapp(forms.getValue() + tail + "@s.whatsapp.net");

            outcome("installed", gateway, old, token(gatehouse().newcomer()));
            outcome("routed", gateway, now, "Hello");
            gateway.route(now, Channel.TEMPLATE).expecting(200);
        }
    }

    @Test
    @DisplayName("ids of linked portfolios are accounts with a namespace of their own")
    default void idsOfLinkedPortfoliosAreAccounts() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(platform);
            Caller user = gatehouse().newcomer();
            String id = "BR.ENT." + digits(13);

            new Webhook(gatehouse(), connection)
                    .whatsapp(WhatsAppBody.words(null, id, token(user)))
                    .expecting(200);
            await("the reply").until(() -> !platform.saidTo(id).isEmpty());
            assertThat(platform.saidTo(id)).singleElement().asString().contains("is installed");
            assertThat(identities(user)).contains("wa_parent_bsuid " + id);
            remove(connection);
        }
    }

    @Test
    @DisplayName("a person who hides their number is shown by their username")
    default void peopleWithHiddenNumbersAreNamedByUsername() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(platform);
            Caller user = gatehouse().newcomer();
            String id = "GB." + digits(17);

            new Webhook(gatehouse(), connection)
                    .whatsapp(WhatsAppBody.wordsOf("countess\u202e", id, token(user)))
                    .expecting(200);
            await("the reply").until(() -> !platform.saidTo(id).isEmpty());

            JsonArray identities =
                    user.get("/api/me/identities").expecting(200).json().getJsonArray("identities");
            assertThat(identities.getValuesAs(JsonObject.class))
                    .filteredOn(identity -> identity.getString("identifier").equals(id))
                    .singleElement()
                    .satisfies(identity ->
                            assertThat(identity.getString("displayName")).isEqualTo("@countess"));
            remove(connection);
        }
    }

    @Test
    @DisplayName("a changed number keeps its agent, once, and the old number belongs to no one")
    default void aChangedNumberKeepsItsAgent() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(platform);
            Webhook webhook = new Webhook(gatehouse(), connection);
            Caller gateway = gatehouse().gateway();
            Caller user = gatehouse().newcomer();
            String old = phone();
            String now = phone();
            String oldId = "GB." + digits(17);
            String nowId = "GB." + digits(17);
            webhook.whatsapp(WhatsAppBody.words(old, oldId, token(user))).expecting(200);
            await("the install").until(() -> platform.saidTo(old).size() == 1);

            String change = WhatsAppBody.system(
                    old,
                    Json.createObjectBuilder()
                            .add("body", "User Ada changed from " + old + " to " + now)
                            .add("type", "user_changed_number")
                            .add("wa_id", now)
                            .add("user_id", nowId)
                            .add("previous_user_id", oldId));
            webhook.whatsapp(change).expecting(200);
            webhook.whatsapp(change).expecting(200);
            await("the reply about it").until(() -> platform.saidTo(now).size() == 1);

            assertThat(platform.saidTo(now)).singleElement().asString().contains("came with you");
            assertThat(identities(user))
                    .contains("wa_jid " + now + "@s.whatsapp.net", "wa_bsuid " + nowId)
                    .doesNotContain("wa_jid " + old + "@s.whatsapp.net", "wa_bsuid " + oldId);
            gateway.route(ChatAccount.whatsapp(now), Channel.TEMPLATE).expecting(200);
            gateway.route(ChatAccount.whatsapp(nowId), Channel.TEMPLATE).expecting(200);
            gateway.route(ChatAccount.whatsapp(old), Channel.TEMPLATE).expectingProblem(404, "not_installed");

            webhook.whatsapp(WhatsAppBody.words(old, "GB." + digits(17), "I got this number today"))
                    .expecting(200);
            await("the greeting of a stranger").until(() -> platform.saidTo(old).size() == 2);
            assertThat(platform.saidTo(old)).last().asString().contains("does not know this chat yet");

            String newestId = "GB." + digits(17);
            webhook.whatsapp(WhatsAppBody.system(
                            null,
                            Json.createObjectBuilder()
                                    .add("type", "user_changed_user_id")
                                    .add("user_id", newestId)
                                    .add("previous_user_id", nowId)))
                    .expecting(200);
            await("the reply about the id")
                    .until(() -> platform.saidTo(newestId).size() == 1);
            gateway.route(ChatAccount.whatsapp(newestId), Channel.TEMPLATE).expecting(200);
            gateway.route(ChatAccount.whatsapp(nowId), Channel.TEMPLATE).expectingProblem(404, "not_installed");
            remove(connection);
        }
    }

    @Test
    @DisplayName("the new owner of a number is a stranger, and no alias is learned for the former owner")
    default void theNewOwnerOfANumberIsAStranger() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(platform);
            Webhook webhook = new Webhook(gatehouse(), connection);
            Caller gateway = gatehouse().gateway();
            Caller user = gatehouse().newcomer();
            String number = phone();
            String strangersId = "GB." + digits(17);
            webhook.whatsapp(WhatsAppBody.words(number, "GB." + digits(17), token(user)))
                    .expecting(200);
            await("the install").until(() -> platform.saidTo(number).size() == 1);

            webhook.whatsapp(WhatsAppBody.words(number, strangersId, "Hello?")).expecting(200);
            await("the answer").until(() -> platform.saidTo(number).size() == 2);

            assertThat(platform.saidTo(number))
                    .last()
                    .asString()
                    .contains("does not know this chat yet", "/install/" + Channel.TEMPLATE);
            assertThat(identities(user)).doesNotContain("wa_bsuid " + strangersId);
            gateway.route(ChatAccount.whatsapp(strangersId), Channel.TEMPLATE).expectingProblem(404, "not_installed");
            gateway.route(ChatAccount.whatsapp(number), Channel.TEMPLATE).expectingProblem(404, "not_installed");

            webhook.whatsapp(WhatsAppBody.words(
                            number, strangersId, token(gatehouse().newcomer())))
                    .expecting(200);
            await("their own install").until(() -> platform.saidTo(number).size() == 3);
            assertThat(platform.saidTo(number)).last().asString().contains("is installed");
            remove(connection);
        }
    }

    @Test
    @DisplayName("messages without text are answered, once each; reactions are not")
    default void messagesWithoutTextAreAnswered() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = connect(platform);
            Webhook webhook = new Webhook(gatehouse(), connection);
            String phone = phone();
            String stranger = phone();
            webhook.whatsapp(WhatsAppBody.words(phone, null, token(gatehouse().newcomer())))
                    .expecting(200);
            await("the install").until(() -> platform.saidTo(phone).size() == 1);

            webhook.whatsapp(WhatsAppBody.message(phone, null, typed("reaction").add("reaction", object())))
                    .expecting(200);
            String flow = WhatsAppBody.message(
                    phone,
                    null,
                    typed("interactive")
                            .add(
                                    "interactive",
                                    object().add("type", "nfm_reply")
                                            .add("nfm_reply", object().add("response_json", "{}"))));
            webhook.whatsapp(flow).expecting(200);
            webhook.whatsapp(flow).expecting(200);
            webhook.whatsapp(WhatsAppBody.message(phone, null, typed("order").add("order", object())))
                    .expecting(200);
            webhook.whatsapp(WhatsAppBody.message(phone, null, typed("request_welcome")))
                    .expecting(200);
            webhook.whatsapp(WhatsAppBody.message(stranger, null, typed("request_welcome")))
                    .expecting(200);
            webhook.whatsapp(WhatsAppBody.message(
                            stranger, null, typed("sticker").add("sticker", object())))
                    .expecting(200);

            await("the answers").until(() -> platform.saidTo(phone).size() == 4);
            assertThat(platform.saidTo(phone).subList(1, 4))
                    .satisfiesExactly(
                            said -> assertThat(said).contains("text only"),
                            said -> assertThat(said).contains("text only"),
                            said -> assertThat(said).contains("Welcome"));
            await("the answers to a stranger")
                    .until(() -> platform.saidTo(stranger).size() == 2);
            assertThat(platform.saidTo(stranger))
                    .allSatisfy(said -> assertThat(said).contains("/install/" + Channel.TEMPLATE));
            remove(connection);
        }
    }

    @Test
    @DisplayName("a typed number outside every plan is accepted with a hint; an impossible one is refused")
    default void aTypedNumberOutsideEveryPlanIsAcceptedWithAHint() {
        JsonObject unknown = install("+44 7700 90" + digits(4));
        JsonObject known = install("+44 7400 " + digits(6));

        assertThat(unknown.getJsonObject("whatsapp").getString("hint")).isEqualTo("unknown_number");
        assertThat(known.getJsonObject("whatsapp").getString("hint", "none")).isEqualTo("none");
        assertThat(install("+44 12").getString("whatsappError")).isEqualTo("invalid_phone");
        assertThat(install("+999 123 456 789").getString("whatsappError")).isEqualTo("invalid_phone");
    }

    private JsonObject install(String phone) {
        return gatehouse()
                .newcomer()
                .post(
                        "/api/install",
                        Json.createObjectBuilder().add("slug", Channel.TEMPLATE).add("whatsapp_phone", phone))
                .expecting(200)
                .json();
    }

    private static void outcome(String outcome, Caller gateway, ChatAccount account, String message) {
        assertThat(gateway.handIn(account, Channel.TEMPLATE, message)
                        .expecting(200)
                        .json()
                        .getString("outcome"))
                .as(account.platformUserId())
                .isEqualTo(outcome);
    }

    private static List<String> identities(Caller user) {
        JsonArray identities =
                user.get("/api/me/identities").expecting(200).json().getJsonArray("identities");
        return identities.getValuesAs(JsonObject.class).stream()
                .map(identity -> identity.getString("namespace") + " " + identity.getString("identifier"))
                .toList();
    }

    private JsonObject connect(ChatPlatform platform) {
        return gatehouse()
                .signedIn("admin")
                .post(ConnectionCases.CONNECTIONS, Channel.whatsapp(platform.url()))
                .expecting(201)
                .json();
    }

    private void remove(JsonObject connection) {
        gatehouse()
                .signedIn("admin")
                .delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                .expecting(204);
    }

    private static JsonObjectBuilder typed(String type) {
        return object().add("type", type);
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    private static String token(Caller user) {
        return user.mint(Channel.TEMPLATE).expecting(201).json().getString("token");
    }

    private static String phone() {
        return "447" + digits(9).replaceFirst("^.", "4");
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(ThreadLocalRandom.current().nextInt(10));
        }
        return digits.toString();
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
