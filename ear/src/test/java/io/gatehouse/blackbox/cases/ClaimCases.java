package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A chat message with an install token: its effect, that it has it once, and how it is undone. */
public interface ClaimCases extends Cases {

    String TEMPLATE = InstallCases.TEMPLATE;

    @Test
    @DisplayName("a message with a token installs, the next one is routed, NO undoes the link")
    default void aMessageWithATokenInstalls() {
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();
        gateway.route(phone, TEMPLATE).expectingProblem(404, "not_installed");

        JsonObject installed = outcome(
                "installed", gateway.handIn(phone, TEMPLATE, token(gatehouse().newcomer())));
        JsonObject route = gateway.route(phone, TEMPLATE).expecting(200).json();
        JsonObject routed = outcome("routed", gateway.handIn(phone, TEMPLATE, "What did I spend on coffee?"));

        assertThat(route.getString("agentId")).isEqualTo(installed.getString("agentId"));
        assertThat(routed.getString("agentId")).isEqualTo(installed.getString("agentId"));
        assertThat(routed.getString("organizationId")).isEqualTo(installed.getString("organizationId"));

        outcome("unlinked", gateway.handIn(phone, TEMPLATE, "NO"));
        gateway.route(phone, TEMPLATE).expectingProblem(404, "not_installed");
        assertThat(outcome("not_installed", gateway.handIn(phone, TEMPLATE, "Hello?"))
                        .getString("installUrl"))
                .endsWith("/install/" + TEMPLATE);
    }

    @Test
    @DisplayName("many accounts that write concurrently are each told their own agent, and strangers none")
    default void manyAccountsAtOnceAreEachToldTheirOwnAgent() {
        Caller gateway = gatehouse().gateway();
        Map<ChatAccount, String> agents = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            ChatAccount phone = ChatAccount.whatsapp();
            JsonObject installed = outcome(
                    "installed",
                    gateway.handIn(phone, TEMPLATE, token(gatehouse().newcomer())));
            agents.put(phone, installed.getString("agentId"));
        }
        List<ChatAccount> askers = new ArrayList<>(agents.keySet());
        askers.add(ChatAccount.whatsapp());

        List<Answer> answers = ConcurrentCalls.call(90, i -> gateway.route(askers.get(i % askers.size()), TEMPLATE));

        for (int i = 0; i < answers.size(); i++) {
            String own = agents.get(askers.get(i % askers.size()));
            if (own == null) {
                answers.get(i).expectingProblem(404, "not_installed");
            } else {
                assertThat(answers.get(i).expecting(200).json().getString("agentId"))
                        .isEqualTo(own);
            }
        }
    }

    @Test
    @DisplayName("of a hundred concurrent claims of one token exactly one installs")
    default void ofAHundredConcurrentClaimsExactlyOneInstalls() {
        Caller gateway = gatehouse().gateway();
        String token = token(gatehouse().newcomer());
        List<Answer> answers = ConcurrentCalls.call(100, i -> gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, token));

        List<String> outcomes = answers.stream()
                .map(answer -> answer.expecting(200).json().getString("outcome"))
                .toList();
        assertThat(outcomes).filteredOn("installed"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("token_used"::equals).hasSize(99);
    }

    @Test
    @DisplayName("a message delivered twenty times at once installs once and gets one answer")
    default void aMessageDeliveredTwentyTimesInstallsOnce() {
        Caller gateway = gatehouse().gateway();
        Caller user = gatehouse().newcomer();
        ChatAccount phone = ChatAccount.whatsapp();
        String token = token(user);
        String messageId = ChatAccount.newMessageId();
        List<Answer> answers = ConcurrentCalls.call(20, i -> gateway.handIn(phone, TEMPLATE, messageId, token));

        assertThat(answers).allSatisfy(answer -> outcome("installed", answer));
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(gateway.handIn(phone, TEMPLATE, messageId, token).json())
                .isEqualTo(answers.get(0).json());
        assertThat(user.get("/api/me/agents").json().getJsonArray("agents")).hasSize(1);
    }

    @Test
    @DisplayName("the account that claimed may send the token again, anyone else is told that it is used")
    default void theClaimantMaySendTheTokenAgain() {
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();
        String token = token(gatehouse().newcomer());
        JsonObject installed = outcome("installed", gateway.handIn(phone, TEMPLATE, token));

        assertThat(outcome("already_installed", gateway.handIn(phone, TEMPLATE, token))
                        .getString("agentId"))
                .isEqualTo(installed.getString("agentId"));
        outcome("token_used", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, token));
    }

    @Test
    @DisplayName("the sender of a forwarded token is told whose account it links, and NO undoes it")
    default void aForwardedTokenNamesTheUserItLinks() {
        Caller gateway = gatehouse().gateway();
        String name = "mallory-" + UUID.randomUUID();
        ChatAccount victim = ChatAccount.whatsapp();
        JsonObject installed = outcome(
                "installed", gateway.handIn(victim, TEMPLATE, token(gatehouse().signedIn(name))));

        assertThat(installed.getString("reply"))
                .contains("m")
                .contains("*")
                .contains("@")
                .contains("NO");
        assertThat(installed.getString("reply")).doesNotContain(name);

        outcome("unlinked", gateway.handIn(victim, TEMPLATE, " no "));
        gateway.route(victim, TEMPLATE).expecting(404);
        outcome("installed", gateway.handIn(victim, TEMPLATE, token(gatehouse().newcomer())));
    }

    @Test
    @DisplayName("a verified account is not taken by another user's claim, and the token stays unspent")
    default void aVerifiedAccountIsNotTakenByAnotherClaim() {
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();
        JsonObject own = outcome(
                "installed", gateway.handIn(phone, TEMPLATE, token(gatehouse().newcomer())));
        String attackers = token(gatehouse().newcomer());

        outcome("identity_conflict", gateway.handIn(phone, TEMPLATE, attackers));

        assertThat(gateway.route(phone, TEMPLATE).expecting(200).json().getString("agentId"))
                .isEqualTo(own.getString("agentId"));
        outcome("installed", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, attackers));
    }

    @Test
    @DisplayName("a second phone of the same user is linked to the same agent")
    default void aSecondPhoneIsLinkedToTheSameAgent() {
        Caller gateway = gatehouse().gateway();
        Caller user = gatehouse().newcomer();
        JsonObject first = outcome("installed", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, token(user)));
        JsonObject second = outcome("linked", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, token(user)));

        assertThat(second.getString("agentId")).isEqualTo(first.getString("agentId"));
    }

    @Test
    @DisplayName("two tokens of one user minted in the same second differ")
    default void twoTokensOfTheSameSecondDiffer() {
        Caller gateway = gatehouse().gateway();
        Caller user = gatehouse().newcomer();
        List<Answer> minted = ConcurrentCalls.call(2, i -> user.mint(TEMPLATE));

        outcome("installed", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, text(minted.get(0))));
        outcome("linked", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, text(minted.get(1))));
    }

    @Test
    @DisplayName("the token may be anywhere in the message, and percent-encoded")
    default void theTokenMayBeAnywhereInTheText() {
        Caller gateway = gatehouse().gateway();
        String inASentence = "Hola! Please use \u201c" + token(gatehouse().newcomer()) + "\u201d. \uD83D\uDE4F\nThanks";
        String encoded = URLEncoder.encode(token(gatehouse().newcomer()), StandardCharsets.UTF_8);

        outcome("installed", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, inASentence));
        outcome("installed", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, encoded));
    }

    @Test
    @DisplayName("a token that was tampered with is invalid and spends nothing")
    default void aTamperedTokenIsInvalid() {
        Caller gateway = gatehouse().gateway();
        String token = token(gatehouse().newcomer());
        int middle = "install:".length() + 40;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        String tampered = token.substring(0, middle) + other + token.substring(middle + 1);

        outcome("token_invalid", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, tampered));
        outcome("installed", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, token));
    }

    @Test
    @DisplayName("groups, broadcasts and newsletters are not served")
    default void groupsAreNotServed() {
        Caller gateway = gatehouse().gateway();
        String token = token(gatehouse().newcomer());
        for (String sender : List.of("120363040000000000@g.us", "status@broadcast", "120363144038483540@newsletter")) {
            outcome("platform_unsupported", gateway.handIn(ChatAccount.whatsapp(sender), TEMPLATE, token));
        }
        outcome("installed", gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, token));
    }

    @Test
    @DisplayName("a device suffix and the legacy server name the same account")
    default void aDeviceSuffixNamesTheSameAccount() {
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();
        String digits = phone.platformUserId().replace("@s.whatsapp.net", "");
        JsonObject installed = outcome(
                "installed",
                gateway.handIn(
                        ChatAccount.whatsapp(digits + ":12@s.whatsapp.net"),
                        TEMPLATE,
                        token(gatehouse().newcomer())));

        for (String form : List.of(digits + "@c.us", digits + ":3@s.whatsapp.net", digits + "@s.whatsapp.net")) {
            assertThat(gateway.route(ChatAccount.whatsapp(form), TEMPLATE)
                            .expecting(200)
                            .json()
                            .getString("agentId"))
                    .isEqualTo(installed.getString("agentId"));
        }
        gateway.route(ChatAccount.whatsapp(digits + "@lid"), TEMPLATE).expecting(404);
    }

    @Test
    @DisplayName("an alias that the platform vouches for is stored")
    default void anAliasIsLearned() {
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();
        String lid = phone.platformUserId().replace("447", "99").replace("@s.whatsapp.net", "@lid");
        JsonObject installed = outcome(
                "installed",
                gateway.post(
                        "/api/chat/messages",
                        Json.createObjectBuilder()
                                .add("platform", "whatsapp")
                                .add("platformUserId", phone.platformUserId())
                                .add(
                                        "aliases",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("namespace", "wa_lid")
                                                        .add("identifier", lid)))
                                .add("templateAgentId", TEMPLATE)
                                .add("messageId", ChatAccount.newMessageId())
                                .add("message", token(gatehouse().newcomer()))));

        assertThat(gateway.route(ChatAccount.whatsapp(lid), TEMPLATE)
                        .expecting(200)
                        .json()
                        .getString("agentId"))
                .isEqualTo(installed.getString("agentId"));
    }

    @Test
    @DisplayName("a user without the scope of gateways can neither submit messages nor look up routes")
    default void aUserHasNotTheGatewayRole() {
        Caller user = gatehouse().newcomer();
        String token = token(user);

        assertThat(user.handIn(ChatAccount.whatsapp(), TEMPLATE, token).status())
                .isEqualTo(403);
        assertThat(user.route(ChatAccount.whatsapp(), TEMPLATE).status()).isEqualTo(403);
        outcome("installed", gatehouse().gateway().handIn(ChatAccount.whatsapp(), TEMPLATE, token));
    }

    @Test
    @DisplayName("an account that its user unlinked is no longer routed")
    default void anUnlinkedAccountIsNoLongerRouted() {
        Caller gateway = gatehouse().gateway();
        Caller user = gatehouse().newcomer();
        ChatAccount phone = ChatAccount.whatsapp();
        outcome("installed", gateway.handIn(phone, TEMPLATE, token(user)));
        String identity = user
                .get("/api/me/identities")
                .expecting(200)
                .json()
                .getJsonArray("identities")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(item -> item.getString("namespace").equals("wa_jid"))
                .findFirst()
                .orElseThrow()
                .getString("id");

        assertThat(user.delete("/api/me/identities/" + identity).status()).isIn(200, 204);
        gateway.route(phone, TEMPLATE).expecting(404);
        user.delete("/api/me/identities/" + identity).expecting(404);
    }

    private static String token(Caller user) {
        return text(user.mint(TEMPLATE));
    }

    private static String text(Answer minted) {
        return minted.expecting(201).json().getString("token");
    }

    private static JsonObject outcome(String outcome, Answer answer) {
        JsonObject json = answer.expecting(200).json();
        assertThat(json.getString("outcome")).as(answer.toString()).isEqualTo(outcome);
        return json;
    }
}
