package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Phone numbers typed by users: unverified until the phone has answered YES to that user. */
public interface TypedNumberCases extends Cases {

    String PENNY = "personal-finance";

    @Test
    @DisplayName("a typed number waits: its first message is greeted, and YES links and routes")
    default void aTypedNumberIsGreetedAndLinkedByItsYes() {
        Caller user = gatehouse().newcomer();
        ChatAccount phone = ChatAccount.whatsapp();
        JsonObject installed = types(user, phone);
        assertThat(installed.getJsonObject("whatsapp").getBoolean("verified")).isFalse();
        JsonObject typed = identity(user).orElseThrow();
        assertThat(typed.getBoolean("verified")).isFalse();
        assertThat(typed.get("verifiedAt")).isNull();
        gatehouse().gateway().route(phone, PENNY).expectingProblem(404, "not_installed");

        JsonObject greeted = says(phone, "hello, my balance please");
        assertThat(greeted.getString("outcome")).isEqualTo("greeted");
        assertThat(greeted.getString("reply")).contains("Penny", "@e***.com", "YES", "NO");
        gatehouse().gateway().route(phone, PENNY).expectingProblem(404, "not_installed");

        JsonObject linked = says(phone, "YES 👍");
        assertThat(linked.getString("outcome")).isEqualTo("linked");
        assertThat(linked.getString("agentId")).isEqualTo(installed.getString("agentId"));
        JsonObject verified = identity(user).orElseThrow();
        assertThat(verified.getString("id")).isEqualTo(typed.getString("id"));
        assertThat(verified.getString("verifiedAt")).endsWith("Z");
        assertThat(says(phone, "and today?").getString("outcome")).isEqualTo("routed");
    }

    @Test
    @DisplayName("a number that another user types too stays linked, and no one is told")
    default void aLinkedNumberStaysWithItsUser() {
        Caller ann = gatehouse().newcomer();
        Caller mallory = gatehouse().newcomer();
        ChatAccount phone = ChatAccount.whatsapp();
        types(ann, phone);
        types(mallory, phone);

        assertThat(identity(ann)).isPresent();
        assertThat(says(phone, "hello, my balance please").getString("outcome")).isEqualTo("greeted");
        assertThat(identity(mallory).orElseThrow().get("verifiedAt")).isNull();

        JsonObject claimed = says(phone, code(ann));
        assertThat(claimed.getString("outcome")).isEqualTo("linked");
        assertThat(identity(mallory)).as("a code wins").isEmpty();

        assertThat(types(mallory, phone).containsKey("whatsappError")).isFalse();
        assertThat(says(phone, "hello").getString("agentId")).isEqualTo(claimed.getString("agentId"));
        assertThat(identity(mallory).orElseThrow().get("verifiedAt")).isNull();
        assertThat(mallory.delete("/api/me/identities/"
                                + identity(mallory).orElseThrow().getString("id"))
                        .status())
                .isIn(200, 204);
        assertThat(identity(mallory)).isEmpty();
        assertThat(identity(ann).orElseThrow().getString("verifiedAt")).endsWith("Z");
    }

    @Test
    @DisplayName("a stranger whose number was typed is greeted at their first message, and their NO is respected")
    default void aStrangersNoIsRespected() {
        Caller mallory = gatehouse().newcomer();
        for (String first : List.of("hello", "No thanks", "NO - who is this?", "nein", "stop", "yes")) {
            ChatAccount stranger = ChatAccount.whatsapp();
            types(mallory, stranger);
            assertThat(says(stranger, first).getString("outcome")).as(first).isEqualTo("greeted");
            gatehouse().gateway().route(stranger, PENNY).expectingProblem(404, "not_installed");
        }
        for (String no : List.of("No thanks", "no, not me", "nope", "nein", "NO 🙏", "NO - who is this?")) {
            ChatAccount stranger = ChatAccount.whatsapp();
            types(mallory, stranger);
            says(stranger, "hello");
            assertThat(says(stranger, no).getString("outcome")).as(no).isEqualTo("unlinked");
            assertThat(says(stranger, "YES").getString("outcome")).as(no).isEqualTo("not_installed");
            assertThat(says(stranger, code(gatehouse().newcomer())).getString("outcome"))
                    .as("their own code after " + no)
                    .isEqualTo("installed");
        }
    }

    @Test
    @DisplayName("NO undoes a typed link also after its YES")
    default void noUndoesATypedLink() {
        Caller mallory = gatehouse().newcomer();
        ChatAccount phone = ChatAccount.whatsapp();
        types(mallory, phone);
        says(phone, "hello");
        says(phone, "ja");

        assertThat(says(phone, "No thanks").getString("outcome")).isEqualTo("unlinked");
        gatehouse().gateway().route(phone, PENNY).expectingProblem(404, "not_installed");
        assertThat(identity(mallory)).isEmpty();
    }

    @Test
    @DisplayName("an answer other than YES and NO is asked again, in the sender's language")
    default void anUnclearAnswerIsAskedAgain() {
        ChatAccount phone = ChatAccount.whatsapp();
        types(gatehouse().newcomer(), phone);
        String question = says(phone, "hello").getString("reply");

        for (String doubt : List.of("ok", "what?", "yes?", "yes, who are you", "👍")) {
            JsonObject again = says(phone, doubt);
            assertThat(again.getString("outcome")).as(doubt).isEqualTo("greeted");
            assertThat(again.getString("reply")).as(doubt).isEqualTo(question);
        }
        gatehouse().gateway().route(phone, PENNY).expectingProblem(404, "not_installed");
    }

    @Test
    @DisplayName("users who typed one number are confirmed one by one, and a YES is for the one who was named")
    default void pendingUsersAreConfirmedOneByOne() {
        Caller first = gatehouse().newcomer();
        Caller second = gatehouse().newcomer();
        ChatAccount phone = ChatAccount.whatsapp();
        String firstAgent = types(first, phone).getString("agentId");
        types(second, phone);

        says(phone, "hello");
        assertThat(says(phone, "NO").getString("outcome"))
                .as("the next user is asked about")
                .isEqualTo("greeted");
        types(second, phone);
        assertThat(says(phone, "yes").getString("agentId")).isEqualTo(firstAgent);
        assertThat(identity(second)).isEmpty();
    }

    @Test
    @DisplayName("if two users typed a number, a YES needs the digits from the page of its user")
    default void anAmbiguousYesNeedsTheDigitsOfThePage() {
        Caller owner = gatehouse().newcomer();
        Caller mallory = gatehouse().newcomer();
        ChatAccount phone = ChatAccount.whatsapp();
        types(mallory, phone);
        says(phone, "hello");
        JsonObject typed = types(owner, phone);
        String code = typed.getJsonObject("whatsapp").getString("confirmationCode");
        assertThat(code).matches("\\d{4}");
        assertThat(identity(owner).orElseThrow().getString("confirmationCode")).isEqualTo(code);

        JsonObject doubt = says(phone, "YES");
        assertThat(doubt.getString("outcome")).isEqualTo("greeted");
        assertThat(doubt.getString("reply")).contains("the four digits").doesNotContain(code);
        gatehouse().gateway().route(phone, PENNY).expectingProblem(404, "not_installed");

        JsonObject linked = says(phone, "YES " + code);
        assertThat(linked.getString("outcome")).isEqualTo("linked");
        assertThat(linked.getString("agentId")).isEqualTo(typed.getString("agentId"));
        assertThat(identity(owner).orElseThrow().containsKey("confirmationCode"))
                .isFalse();
        assertThat(identity(mallory)).isEmpty();
    }

    @Test
    @DisplayName("a message delivered many times at once gets one answer, and of many YES one links")
    default void aRepeatedDeliveryGetsTheSameAnswer() {
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();
        types(gatehouse().newcomer(), phone);
        String hello = ChatAccount.newMessageId();
        List<Answer> greeted = ConcurrentCalls.call(6, i -> gateway.handIn(phone, PENNY, hello, "hello"));
        assertThat(greeted.stream().map(answer -> answer.expecting(200).text()).distinct())
                .hasSize(1);

        List<Answer> answers = ConcurrentCalls.call(6, i -> gateway.handIn(phone, PENNY, "yes"));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.expecting(200).json().getString("outcome"))
                        .isIn("linked", "routed"))
                .filteredOn(answer -> answer.json().getString("outcome").equals("linked"))
                .hasSize(1);
        assertThat(gateway.handIn(phone, PENNY, hello, "hello").text())
                .isEqualTo(greeted.get(0).text());
    }

    @Test
    @DisplayName("if a connection names a message template, the phone of a typed number is asked at once")
    default void theGreetingTemplateIsSentAtOnce() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject channel = Channel.whatsapp(platform.url());
            JsonObject settings = Json.createObjectBuilder(channel.getJsonObject("settings"))
                    .add("greetingTemplate", "gatehouse_greeting")
                    .add("greetingTemplateLanguage", "en_US")
                    .build();
            JsonObject connection = gatehouse()
                    .signedIn("admin")
                    .post(
                            ConnectionCases.CONNECTIONS,
                            Json.createObjectBuilder(channel).add("settings", settings))
                    .expecting(201)
                    .json();
            ChatAccount phone = ChatAccount.whatsapp();
            String number = phone.platformUserId().split("@", 2)[0];
            String agent = types(gatehouse().newcomer(), phone).getString("agentId");
            Awaitility.await("the greeting").atMost(Duration.ofSeconds(20)).until(() -> !platform.saidTo(number)
                    .isEmpty());

            assertThat(platform.saidTo(number))
                    .singleElement()
                    .asString()
                    .matches("gatehouse_greeting en_US Penny .\\*\\*\\*.?@e\\*\\*\\*\\.com");
            // The send is recorded a moment after the platform has accepted it; a YES before that is asked again.
            Awaitility.await("the link")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> says(phone, "YES").getString("agentId", ""), agent::equals);
            gatehouse()
                    .signedIn("admin")
                    .delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                    .expecting(204);
        }
    }

    private JsonObject types(Caller user, ChatAccount phone) {
        JsonObject installed = user.post(
                        "/api/install",
                        Json.createObjectBuilder()
                                .add("slug", PENNY)
                                .add(
                                        "whatsapp_phone",
                                        "+" + phone.platformUserId().split("@", 2)[0]))
                .expecting(200)
                .json();
        assertThat(installed.containsKey("whatsappError"))
                .as(installed.toString())
                .isFalse();
        return installed;
    }

    private JsonObject says(ChatAccount phone, String text) {
        return gatehouse().gateway().handIn(phone, PENNY, text).expecting(200).json();
    }

    private static String code(Caller user) {
        return user.mint(PENNY).expecting(201).json().getString("token");
    }

    private static Optional<JsonObject> identity(Caller user) {
        return user
                .get("/api/me/identities")
                .expecting(200)
                .json()
                .getJsonArray("identities")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(identity -> identity.getString("namespace").equals("wa_jid"))
                .findFirst();
    }
}
