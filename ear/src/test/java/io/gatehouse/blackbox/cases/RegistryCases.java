package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.client.RunningHost;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hosts and the registry, without failures. */
public interface RegistryCases extends Cases {

    private RunningHost newHost() {
        return RunningHost.of(gatehouse(), "operator");
    }

    @Test
    @DisplayName("an agent is listed with all fields of the contract")
    default void anAgentIsListed() {
        RunningHost host = newHost();
        JsonObject registered = host.caller()
                .post("/bridge/v1/agents", host.naming("echo").add("display_name", "Echo ☕"))
                .expecting(201)
                .json();

        JsonObject agent =
                host.list("").expecting(200).json().getJsonArray("agents").getJsonObject(0);

        assertThat(agent.getString("agent_user_id")).isEqualTo(registered.getString("agent_user_id"));
        assertThat(agent.getString("alias")).isEqualTo("echo");
        assertThat(agent.getString("host")).isEqualTo(host.name());
        assertThat(agent.getString("display_name")).isEqualTo("Echo ☕");
        assertThat(agent.getString("status")).isEqualTo("active");
        assertThat(agent.getInt("active_tokens")).isEqualTo(1);
        assertThat(agent.getInt("generation")).isEqualTo(registered.getInt("generation"));
        assertThat(agent.getString("last_seen_at")).endsWith("Z");
        assertThat(agent.getString("lease_expires_at")).isEqualTo(registered.getString("lease_expires_at"));
        assertThat(agent).hasSize(9);
    }

    @Test
    @DisplayName("a revoked agent has no token, is retired, and becomes active by registering only")
    default void aRevokedAgentIsRetired() {
        RunningHost host = newHost();
        JsonObject echo = host.registered("echo");
        type(echo).expecting(200);

        assertThat(host.revoke(host.naming("echo")).expecting(200).json().getInt("revoked"))
                .isEqualTo(1);

        type(echo).expectingProblem(401, "invalid_token");
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "retired"));
        assertThat(host.list("").expecting(200).json().getJsonArray("agents")).isEmpty();
        host.heartbeat(generation(echo)).expectingProblem(410, "generation_retired");
        assertThat(host.revoke(host.naming("echo")).expecting(200).json().getInt("revoked"))
                .isZero();
        type(host.registered("echo")).expecting(200);
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("a token is revoked by its id, an agent by its user id, and nothing if a successor has registered")
    default void onlyTheNamedRegistrationIsRevoked() {
        RunningHost host = newHost();
        JsonObject first = host.registered("echo");
        JsonObject second = host.registered("echo");

        assertThat(revoked(host.revoke(host.naming("echo").add("token_id", second.getString("token_id")))))
                .isEqualTo(1);
        type(second).expectingProblem(401, "invalid_token");
        type(first).expecting(200);
        assertThat(revoked(host.revoke(
                        host.naming("echo").add("token_id", UUID.randomUUID().toString()))))
                .isZero();
        assertThat(revoked(host.revoke(host.naming("echo").add("generation", generation(first)))))
                .isZero();
        type(first).expecting(200);
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active"));

        assertThat(revoked(
                        host.revoke(Json.createObjectBuilder().add("agent_user_id", first.getString("agent_user_id")))))
                .isEqualTo(1);
        type(first).expectingProblem(401, "invalid_token");
        assertThat(revoked(host.revoke(host.naming("never-there")))).isZero();
    }

    @Test
    @DisplayName("a heartbeat renews the lease, with a generation or without, with a body or without")
    default void aHeartbeatRenewsTheLease() {
        RunningHost host = newHost();
        JsonObject echo = host.registered("echo");
        host.registered("other");

        for (Long generation : new Long[] {null, generation(echo)}) {
            JsonObject beat = host.heartbeat(generation).expecting(200).json();
            assertThat(beat.getString("lease_expires_at")).isGreaterThan(echo.getString("lease_expires_at"));
            assertThat(beat.getInt("generation")).isEqualTo(2);
            assertThat(beat.getInt("active")).isEqualTo(2);
        }
        host.caller().post(host.path("heartbeat"), Json.createObjectBuilder()).expecting(200);
    }

    @Test
    @DisplayName("a snapshot retires what it does not name; a dry run says so and changes nothing")
    default void aSnapshotRetires() {
        RunningHost host = newHost();
        List.of("kept", "gone").forEach(host::registered);

        JsonObject dry = host.snapshot(null, List.of("kept", "new"), "?dry_run=true")
                .expecting(200)
                .json();
        assertThat(host.statuses()).isEqualTo(Map.of("kept", "active", "gone", "active"));
        JsonObject real =
                host.snapshot(null, List.of("kept", "new"), "").expecting(200).json();

        assertThat(real).isEqualTo(dry);
        assertThat(texts(real, "active")).containsExactly("kept");
        assertThat(texts(real, "stale")).isEmpty();
        assertThat(texts(real, "retired")).containsExactly("gone");
        assertThat(texts(real, "phantom")).containsExactly("gone");
        assertThat(texts(real, "unregistered")).containsExactly("new");
        assertThat(host.statuses()).isEqualTo(Map.of("kept", "active", "gone", "retired"));
        assertThat(texts(host.snapshot(null, List.of("kept", "gone"), "").json(), "unregistered"))
                .containsExactly("gone");
    }

    @Test
    @DisplayName("retiring more than half of five or more agents needs force")
    default void retiringManyAgentsNeedsForce() {
        RunningHost host = newHost();
        List<String> aliases = List.of("a", "b", "c", "d", "e");
        aliases.forEach(host::registered);

        Answer refused = host.snapshot(null, List.of("a", "b"), "?force=false").expectingProblem(409, "mass_retire");
        assertThat(refused.json().getString("detail")).contains("3 of 5");
        assertThat(host.statuses()).hasSize(5).containsValue("active").doesNotContainValue("retired");
        assertThat(texts(host.snapshot(null, List.of("a", "b"), "?force=true").json(), "retired"))
                .containsExactly("c", "d", "e");
    }

    @Test
    @DisplayName("an old process does not remove its successor, however often it repeats its calls")
    default void anOldProcessDoesNotRemoveItsSuccessor() {
        RunningHost host = newHost();
        long old = generation(host.registered("echo"));
        long successor = generation(host.registered("echo"));

        assertThat(texts(host.snapshot(old, List.of(), "").expecting(200).json(), "active"))
                .containsExactly("echo");
        host.heartbeat(old).expectingProblem(410, "generation_retired");
        host.heartbeat(successor).expecting(200);
        host.snapshot(successor, List.of("echo"), "").expecting(200);
        for (int replay = 0; replay < 3; replay++) {
            host.snapshot(old, List.of(), "?force=true").expectingProblem(410, "generation_retired");
            host.snapshot(old, List.of(), "?dry_run=true").expectingProblem(410, "generation_retired");
        }
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("following the directory reveals every change once, removals included")
    default void followingTheDirectoryMissesNoChange() {
        RunningHost host = newHost();
        List.of("a", "b", "c").forEach(host::registered);
        List<String> seen = new ArrayList<>();
        String asOf = follow(host, null, seen);
        assertThat(seen).containsExactly("a active", "b active", "c active");

        seen.clear();
        host.revoke(host.naming("a")).expecting(200);
        host.snapshot(null, List.of("c"), "").expecting(200);
        host.registered("c");
        asOf = follow(host, asOf, seen);
        assertThat(seen).containsExactly("a retired", "b retired", "c active");

        seen.clear();
        host.heartbeat(null).expecting(200);
        follow(host, asOf, seen);
        assertThat(seen).isEmpty();
        assertThat(host.list("&updated_since=" + asOf + "&status=active")
                        .expecting(200)
                        .json()
                        .getJsonArray("agents"))
                .isEmpty();
    }

    /** Reads the changes since then, one per page; returns the new {@code as_of}. */
    private static String follow(RunningHost host, @Nullable String since, List<String> seen) {
        String query = since == null ? "&limit=1&status=all" : "&limit=1&updated_since=" + since;
        String cursor = "";
        while (true) {
            JsonObject page = host.list(query + cursor).expecting(200).json();
            page.getJsonArray("agents")
                    .getValuesAs(JsonObject.class)
                    .forEach(agent -> seen.add(agent.getString("alias") + " " + agent.getString("status")));
            if (!page.containsKey("next_cursor")) {
                return page.getString("as_of");
            }
            assertThat(page.containsKey("as_of")).as("more pages follow").isFalse();
            cursor = "&cursor=" + page.getString("next_cursor");
        }
    }

    @Test
    @DisplayName("an unchanged page is answered 304")
    default void anUnchangedPageIsAnswered304() {
        RunningHost host = newHost();
        host.registered("echo");
        Answer page = host.list("").expecting(200);
        String path = "/bridge/v1/agents?host=" + host.name();

        Answer same = host.caller().get(path, Map.of("If-None-Match", page.header("ETag")));
        assertThat(same.expecting(304).header("ETag")).isEqualTo(page.header("ETag"));
        host.caller().get(path, Map.of("If-None-Match", "\"other\"")).expecting(200);
        host.heartbeat(null).expecting(200);
        Answer renewed = host.caller().get(path, Map.of("If-None-Match", page.header("ETag")));
        assertThat(renewed.expecting(200).header("ETag")).isNotEqualTo(page.header("ETag"));
        assertThat(renewed.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    @DisplayName("the token for every host sees the agents of its organization, and each host its own")
    default void everyHostSeesTheAgentsItMaySee() {
        RunningHost operators = RunningHost.ofTheOperator(gatehouse());
        operators.registered("echo");
        RunningHost sibling = newHost();
        sibling.registered("sibling");
        RunningHost tenant = RunningHost.of(gatehouse(), "personal-finance");
        tenant.registered("tenant");

        assertThat(sibling.caller().get("/bridge/v1/agents").expecting(200).text())
                .contains(sibling.name())
                .doesNotContain(operators.name(), tenant.name());
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = operators
                    .caller()
                    .get("/bridge/v1/agents?limit=200" + cursor)
                    .expecting(200)
                    .json();
            page.getJsonArray("agents")
                    .getValuesAs(JsonObject.class)
                    .forEach(agent -> seen.add(agent.getString("host")));
            cursor = page.containsKey("next_cursor") ? "&cursor=" + page.getString("next_cursor") : "";
        } while (!cursor.isEmpty());
        assertThat(seen).contains(operators.name(), sibling.name()).doesNotContain(tenant.name());
        assertThat(operators.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("twenty concurrent snapshots are applied one by one, and the last determines what is advertised")
    default void concurrentSnapshotsAreAppliedOneByOne() {
        RunningHost host = newHost();
        List<String> aliases =
                IntStream.range(0, 20).mapToObj("a%02d"::formatted).toList();
        aliases.forEach(host::registered);

        List<Answer> answers =
                ConcurrentCalls.call(20, number -> host.snapshot(null, aliases.subList(0, 20 - number), "?force=true"));

        assertThat(answers).allSatisfy(answer -> answer.expecting(200));
        assertThat(host.statuses()).containsEntry("a00", "active");
        assertThat(host.statuses().values()).filteredOn("active"::equals).hasSize(1);
    }

    @Test
    @DisplayName("a call repeated with its idempotency key gets its first answer")
    default void aRepeatedCallGetsItsFirstAnswer() {
        RunningHost host = newHost();
        host.registered("echo");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = host.naming("echo").build().toString();

        for (int time = 0; time < 2; time++) {
            Answer answer = host.caller().post("/bridge/v1/agents/revoke", "application/json", body, key);
            assertThat(revoked(answer)).isEqualTo(1);
        }
        host.caller()
                .post("/bridge/v1/agents/revoke", "application/json", body.replace("echo", "other"), key)
                .expectingProblem(422, "idempotency_key_reused");
    }

    @Test
    @DisplayName("the OpenAPI document has every path of the registry, with its refusals")
    default void theOpenApiDocumentHasThePaths() {
        String document = gatehouse().anyone().get("/openapi").expecting(200).text();
        assertThat(List.of(
                        "/bridge/v1/agents",
                        "/bridge/v1/agents/revoke",
                        "/bridge/v1/hosts/{host}/bindings",
                        "/bridge/v1/hosts/{host}/heartbeat",
                        "mass_retire",
                        "generation_retired",
                        "host_mismatch",
                        "unknown_host",
                        "updated_since",
                        "dry_run"))
                .allMatch(document::contains);
    }

    private Answer type(JsonObject registered) {
        return gatehouse()
                .bearing(registered.getString("bridge_token"))
                .post(
                        "/bridge/v1/typing",
                        Json.createObjectBuilder()
                                .add("room_id", "!registry:localhost")
                                .add("typing", true));
    }

    private static int revoked(Answer answer) {
        return answer.expecting(200).json().getInt("revoked");
    }

    private static long generation(JsonObject registered) {
        return registered.getJsonNumber("generation").longValue();
    }

    private static List<String> texts(JsonObject drift, String list) {
        return drift.getJsonArray(list).getValuesAs(JsonString::getString);
    }
}
