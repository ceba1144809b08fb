package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.TokenTexts;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An agent's token, and attempts to misuse one. */
public interface TokenCases extends Cases {

    @Test
    @DisplayName("a new token is valid at once, and its checksum follows the contract")
    default void aNewTokenIsValidAtOnce() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());

        agent.caller().type().expecting(200);
        assertThat(agent.token()).matches("magt_[0-9A-Za-z]{36}");
        String unchecked = agent.token().substring(0, agent.token().length() - 6);
        assertThat(TokenTexts.withRightChecksum(unchecked)).isEqualTo(agent.token());
    }

    @Test
    @DisplayName("a truncated, lengthened, unknown or re-cased token is invalid, also with a valid checksum")
    default void unknownTokensAreInvalid() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String good = agent.token();
        Map<String, String> attempts = new LinkedHashMap<>();
        attempts.put("cut", good.substring(0, good.length() - 1));
        attempts.put("cut, with the checksum of what is left", TokenTexts.withRightChecksum(good.substring(0, 30)));
        attempts.put("in small letters", good.toLowerCase(Locale.ROOT));
        attempts.put("in capital letters", "magt_" + good.substring(5).toUpperCase(Locale.ROOT));
        attempts.put("one letter in the other case", otherCase(good));
        attempts.put(
                "one letter in the other case, with its checksum",
                TokenTexts.withRightChecksum(otherCase(good).substring(0, good.length() - 6)));
        attempts.put("lengthened", good + "0");
        attempts.put("twice", good + good);
        attempts.put("as a host's", "mhst_" + good.substring(5));
        attempts.put(
                "as a host's, with its checksum",
                TokenTexts.withRightChecksum("mhst_" + good.substring(5, good.length() - 6)));
        attempts.put("an agent's that nobody minted", TokenTexts.unknown("magt_"));
        attempts.put("a host's that nobody minted", TokenTexts.unknown("mhst_"));
        attempts.put("a prefix", "magt_");
        attempts.forEach((what, token) -> {
            Answer answer = gatehouse().bearing(token).type();
            assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(401);
            answer.expectingProblem(401, "invalid_token");
            assertThat(answer.header("WWW-Authenticate")).as(what).startsWith("Bearer error=\"invalid_token\"");
            assertThat(answer.text()).as(what).doesNotContain(token);
        });
        agent.caller().type().expecting(200);
    }

    @Test
    @DisplayName("an agent acts only as itself, and only on messaging paths")
    default void anAgentActsAsItselfOnly() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        RegisteredAgent other = RegisteredAgent.at(gatehouse());
        Caller caller = agent.caller();

        caller.post(
                        "/bridge/v1/typing",
                        Json.createObjectBuilder()
                                .add("room_id", "!tokens:localhost")
                                .add("typing", true)
                                .add("agent_user_id", other.userId()))
                .expectingProblem(403, "not_own_agent");
        caller.get("/bridge/v1/messages?timeout=0&agent_user_id=" + other.userId())
                .expectingProblem(403, "not_own_agent");
        caller.post(
                        "/bridge/v1/agents",
                        Json.createObjectBuilder().add("alias", "echo").add("host", agent.host()))
                .expectingProblem(403, "forbidden");
        for (String path : List.of(
                "/api/me",
                "/api/me/agents",
                "/api/admin/hosts",
                "/api/admin/agents",
                "/api/chat/route?platform=whatsapp&platformUserId=1&templateAgentId=x")) {
            Answer refused = caller.get(path).expectingProblem(403, "forbidden");
            assertThat(refused.json().getString("detail")).as(path).contains("as its own agent");
        }
    }

    @Test
    @DisplayName("a revoked token is refused at the next call, whoever revoked it; the agent's other tokens are not")
    default void aRevokedTokenIsRefusedAtTheNextCall() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse());
        String second = gatehouse()
                .host()
                .post(
                        "/bridge/v1/agents",
                        Json.createObjectBuilder().add("alias", "echo").add("host", agent.host()))
                .expecting(200)
                .json()
                .getString("bridge_token");
        for (int i = 0; i < 3; i++) {
            agent.caller().type().expecting(200);
            gatehouse().bearing(second).type().expecting(200);
        }

        gatehouse().host().revoke(agent.token()).expecting(200);
        agent.caller().type().expectingProblem(401, "invalid_token");
        gatehouse().bearing(second).type().expecting(200);

        gatehouse().bearing(second).revoke(second).expecting(200);
        gatehouse().bearing(second).type().expectingProblem(401, "invalid_token");
    }

    private static String otherCase(String token) {
        for (int i = 5; i < token.length(); i++) {
            char letter = token.charAt(i);
            if (Character.isLetter(letter)) {
                char other =
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
                return token.substring(0, i) + other + token.substring(i + 1);
            }
        }
        throw new IllegalStateException("a token without a letter");
    }
}
