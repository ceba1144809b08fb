package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.client.RegisteredAgent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From a person's chat to the agent that serves the template, and back through the gateway. */
public interface ServedChatCases extends Cases {

    String SERVED = "personal-finance";

    @Test
    @DisplayName("a routed message reaches the serving agent once, with its owner, and the answer reaches the gateway")
    default void aGatewaysMessageReachesTheServingAgent() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        Caller gateway = gatehouse().gateway();
        ChatAccount phone = ChatAccount.whatsapp();
        String token = gatehouse().newcomer().mint(SERVED).expecting(201).json().getString("token");
        JsonObject installed =
                gateway.handIn(phone, SERVED, token).expecting(200).json();
        String serving = "/api/admin/agents/" + servedTemplate(installed) + "/serving-agent";
        Caller admin = gatehouse().signedIn("admin");
        admin.put(serving, Json.createObjectBuilder().add("agentUserId", agent.userId()))
                .expecting(200);
        try {
            String messageId = ChatAccount.newMessageId();
            assertThat(ConcurrentCalls.call(8, number -> gateway.handIn(phone, SERVED, messageId, "How much?")))
                    .allSatisfy(
                            answer -> assertThat(answer.expecting(200).json().getString("outcome"))
                                    .isEqualTo("routed"));

            List<JsonObject> inbox = agent.inbox();
            assertThat(inbox).hasSize(1);
            JsonObject message = inbox.get(0);
            assertThat(message.getString("body")).isEqualTo("How much?");
            assertThat(message.getString("installed_agent_id")).isEqualTo(installed.getString("agentId"));
            assertThat(message.getString("organization_id")).isEqualTo(installed.getString("organizationId"));
            assertThat(message.getString("sender")).contains(phone.platformUserId());

            String room = message.getString("room_id");
            other.caller().post("/bridge/v1/messages", say(room, "Psst", "x")).expectingProblem(404, "unknown_room");
            String said = agent.caller()
                    .post("/bridge/v1/messages", say(room, "5 pounds", "a"))
                    .expecting(200)
                    .text();
            assertThat(agent.caller()
                            .post("/bridge/v1/messages", say(room, "5 pounds", "a"))
                            .expecting(200)
                            .text())
                    .isEqualTo(said);
            assertThat(repliesTo(phone)).containsExactly("5 pounds");
        } finally {
            admin.delete(serving).expecting(204);
        }
    }

    @Test
    @DisplayName("only gateways fetch replies")
    default void onlyGatewaysFetchReplies() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        gatehouse().anyone().get("/api/chat/replies").expectingProblem(401, "credentials_required");
        gatehouse().signedIn("alice").get("/api/chat/replies").expectingProblem(403, "forbidden");
        agent.caller().get("/api/chat/replies").expectingProblem(403, "forbidden");
        gatehouse().gateway().get("/api/chat/replies?since=x").expectingProblem(400, "invalid_parameter");
    }

    /** All replies, page by page. */
    private List<String> repliesTo(ChatAccount account) {
        Caller gateway = gatehouse().gateway();
        List<String> texts = new ArrayList<>();
        String since = "";
        while (true) {
            JsonObject page =
                    gateway.get("/api/chat/replies" + since).expecting(200).json();
            List<JsonObject> replies = page.getJsonArray("replies").getValuesAs(JsonObject.class);
            if (replies.isEmpty()) {
                return texts;
            }
            replies.stream()
                    .filter(reply -> reply.getString("platformUserId").equals(account.platformUserId()))
                    .forEach(reply -> texts.add(reply.getString("text")));
            since = "?since=" + page.getJsonNumber("next");
        }
    }

    private static JsonObjectBuilder say(String room, String body, String transaction) {
        return Json.createObjectBuilder().add("room_id", room).add("body", body).add("txn_id", transaction);
    }

    /** The template's id, taken from the person's own agent. */
    private String servedTemplate(JsonObject installed) {
        return gatehouse()
                .signedIn("admin")
                .get("/api/admin/agents/" + installed.getString("agentId"))
                .expecting(200)
                .json()
                .getString("templateAgentId");
    }
}
