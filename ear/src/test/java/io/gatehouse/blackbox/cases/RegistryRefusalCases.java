package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.RunningHost;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the registry refuses. */
public interface RegistryRefusalCases extends Cases {

    /** Every call of the registry, made by a caller for a host. */
    private static Map<String, BiFunction<Caller, String, Answer>> calls() {
        String agent = "{\"alias\":\"echo\",\"host\":\"%s\"}";
        String json = "application/json";
        return Map.of(
                "register",
                (caller, host) -> caller.post("/bridge/v1/agents", json, agent.formatted(host), Map.of()),
                "revoke",
                (caller, host) -> caller.post("/bridge/v1/agents/revoke", json, agent.formatted(host), Map.of()),
                "list",
                (caller, host) -> caller.get("/bridge/v1/agents?host=" + host),
                "heartbeat",
                (caller, host) -> caller.post("/bridge/v1/hosts/" + host + "/heartbeat"),
                "dry run",
                (caller, host) -> caller.put("/bridge/v1/hosts/" + host + "/bindings?dry_run=true", "{\"agents\":[]}"),
                "bindings",
                (caller, host) -> caller.put("/bridge/v1/hosts/" + host + "/bindings", "{\"agents\":[]}"));
    }

    @Test
    @DisplayName("a host's token is refused for other hosts, existing or not")
    default void aHostsTokenIsRefusedForOtherHosts() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        RunningHost sibling = RunningHost.of(gatehouse(), "operator");
        RunningHost tenant = RunningHost.of(gatehouse(), "personal-finance");
        List.of(sibling, tenant).forEach(other -> other.registered("echo"));

        calls().forEach((name, call) -> {
            for (String other : List.of(sibling.name(), tenant.name(), RunningHost.newName())) {
                call.apply(host.caller(), other).expectingProblem(403, "host_mismatch");
            }
        });

        List.of(sibling, tenant).forEach(other -> assertThat(other.statuses()).isEqualTo(Map.of("echo", "active")));
    }

    @Test
    @DisplayName("for the token for every host, hosts of other organizations are unknown")
    default void hostsOfOtherOrganizationsAreUnknown() {
        RunningHost tenant = RunningHost.of(gatehouse(), "personal-finance");
        JsonObject echo = tenant.registered("echo");
        Caller everyHost = gatehouse().host();

        calls().forEach((name, call) -> {
            Answer tenants = call.apply(everyHost, tenant.name());
            if (name.equals("revoke")) {
                assertThat(tenants.expecting(200).json().getInt("revoked")).isZero();
            } else {
                tenants.expectingProblem(404, "unknown_host");
            }
        });
        JsonObject byId = everyHost
                .post(
                        "/bridge/v1/agents/revoke",
                        Json.createObjectBuilder().add("agent_user_id", echo.getString("agent_user_id")))
                .expecting(200)
                .json();
        assertThat(byId.getInt("revoked")).isZero();
        for (String unknown : List.of(RunningHost.newName(), "*")) {
            everyHost.get("/bridge/v1/agents?host=" + unknown).expectingProblem(404, "unknown_host");
            everyHost.post("/bridge/v1/hosts/" + unknown + "/heartbeat").expectingProblem(404, "unknown_host");
        }
        assertThat(tenant.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("an agent of another host of the organization is a mismatch by its user id too")
    default void anAgentOfAnotherHostIsAMismatchByItsUserId() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        RunningHost sibling = RunningHost.of(gatehouse(), "operator");
        JsonObject echo = sibling.registered("echo");
        host.revoke(Json.createObjectBuilder().add("agent_user_id", echo.getString("agent_user_id")))
                .expectingProblem(403, "host_mismatch");
        host.revoke(Json.createObjectBuilder()
                        .add("agent_user_id", echo.getString("agent_user_id"))
                        .add("token_id", echo.getString("token_id")))
                .expectingProblem(403, "host_mismatch");
        assertThat(sibling.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("agents, users, gateways, hosts without the scope and anonymous callers are refused")
    default void onlyHostsCallTheRegistry() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        Caller agent = gatehouse().bearing(host.registered("echo").getString("bridge_token"));
        RunningHost gateway = RunningHost.of(gatehouse(), "operator", "chat:claim");

        calls().forEach((name, call) -> {
            Answer own = call.apply(agent, host.name()).expectingProblem(403, "forbidden");
            assertThat(own.json().getString("detail")).contains("agent");
            for (Caller caller : List.of(
                    gatehouse().signedIn("alice"),
                    gatehouse().administrator(),
                    gatehouse().gateway())) {
                call.apply(caller, host.name()).expectingProblem(403, "forbidden");
            }
            Answer scopeless = call.apply(gateway.caller(), gateway.name()).expectingProblem(403, "insufficient_scope");
            assertThat(scopeless.header("WWW-Authenticate")).contains("scope=\"bridge\"");
            call.apply(gatehouse().anyone(), host.name()).expectingProblem(401, "credentials_required");
            call.apply(gatehouse().bearing("mhst_" + "0".repeat(36)), host.name())
                    .expectingProblem(401, "invalid_token");
        });
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("an alias or host cannot leave the namespace")
    default void namesCannotLeaveTheNamespace() {
        RunningHost host = RunningHost.ofTheOperator(gatehouse());
        List<String> names = List.of(
                "..",
                ".",
                "/",
                "a/b",
                "a:b",
                "@a",
                "Echo",
                "ECHO",
                "ünicode",
                "echo\u0000",
                "a b",
                " a",
                "-a",
                "_a",
                ".a",
                "a%2fb",
                "a\\b",
                "а",
                "e\u0301cho",
                "*",
                "a".repeat(201),
                "a\nb",
                "a?b=c",
                "#a");
        for (String name : names) {
            for (Answer answer : List.of(host.register(name, host.name()), host.register("echo", name))) {
                assertThat(answer.status()).as("%s: %s", name, answer).isEqualTo(400);
                answer.expectingProblem(400, "invalid_body");
            }
            host.revoke(host.naming(name)).expectingProblem(400, "invalid_body");
            host.snapshot(null, List.of(name), "").expectingProblem(400, "invalid_body");
        }
        host.register("", host.name()).expectingProblem(400, "invalid_body");
        assertThat(gatehouse()
                        .host()
                        .get("/bridge/v1/agents?host=" + host.name())
                        .status())
                .as("nothing was created")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("encoded paths cannot leave the hosts either")
    default void encodedPathsCannotLeaveTheHosts() {
        for (String host :
                List.of("%2e%2e", "..%2fagents", "%2F", "a%3Ab", "%C3%BC", "%00", "a%20b", "A", "%2A", "%25")) {
            for (String what : List.of("heartbeat", "bindings")) {
                String path = "/bridge/v1/hosts/" + host + "/" + what;
                Answer answer = what.equals("heartbeat")
                        ? gatehouse().host().post(path)
                        : gatehouse().host().put(path, "{\"agents\":[]}");
                assertThat(answer.status()).as(answer.toString()).isIn(400, 404, 405);
            }
        }
        for (String host : List.of("%2e%2e", "a%2Fb", "%C3%BC", "A", "")) {
            gatehouse().host().get("/bridge/v1/agents?host=" + host).expectingProblem(404, "unknown_host");
        }
    }

    @Test
    @DisplayName("a name whose user id is taken is refused, and a user id has at most 255 bytes")
    default void idsAreUniqueAndShort() {
        String end = RunningHost.newName();
        RunningHost host = RunningHost.ofTheOperator(gatehouse());
        host.register("a-b", end).expecting(201);
        host.register("a", "b-" + end).expectingProblem(409, "agent_user_id_taken");
        host.register("a-b", end).expecting(200);

        int rest = 255 - ("@agent--" + host.name() + ":localhost").length();
        host.register("a".repeat(rest + 1), host.name()).expectingProblem(400, "invalid_body");
        JsonObject longest = host.registered("a".repeat(Math.min(rest, 200)));
        assertThat(longest.getString("agent_user_id").length()).isLessThanOrEqualTo(255);
    }

    @Test
    @DisplayName("faults of a body are reported with their pointer")
    default void faultsAreReported() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        host.registered("echo");
        Map<String, String> snapshots = Map.ofEntries(
                Map.entry("{}", "/agents"),
                Map.entry("{\"agents\":null}", "/agents"),
                Map.entry("{\"agents\":{}}", "/agents"),
                Map.entry("{\"agents\":\"echo\"}", "/agents"),
                Map.entry("{\"agents\":[\"echo\"]}", "/agents/0"),
                Map.entry("{\"agents\":[{}]}", "/agents/0/alias"),
                Map.entry("{\"agents\":[{\"alias\":\"a\"},{\"alias\":\"a\"}]}", "/agents/1/alias"),
                Map.entry("{\"agents\":[{\"alias\":7}]}", "/agents/0/alias"),
                Map.entry("{\"agents\":[{\"alias\":\"a\",\"display_name\":[]}]}", "/agents/0/display_name"),
                Map.entry("{\"agents\":[],\"generation\":-1}", "/generation"),
                Map.entry("{\"agents\":[],\"generation\":\"1\"}", "/generation"),
                Map.entry("{\"agents\":[],\"generation\":1.5}", "/generation"),
                Map.entry("{\"agents\":[],\"generation\":2}", "/generation"),
                Map.entry("{\"agents\":[],\"generation\":1e30}", "/generation"));
        snapshots.forEach((body, pointer) -> assertThat(pointer(host.caller().put(host.path("bindings"), body)))
                .as(body)
                .isEqualTo(pointer));
        for (String body :
                List.of("", "[]", "null", "{\"agents\":[", "{\"agents\":[]} x", "{\"agents\":[],\"agents\":[]}")) {
            host.caller().put(host.path("bindings"), body).expectingProblem(400, "invalid_body");
        }
        for (String generation : List.of("0", "2", "-1", "\"1\"", "{}")) {
            Answer answer = host.caller()
                    .post(host.path("heartbeat"), "application/json", "{\"generation\":" + generation + "}", Map.of());
            assertThat(pointer(answer)).as(generation).isEqualTo("/generation");
        }
        host.caller()
                .post(host.path("heartbeat"), "application/json", "[]", Map.of())
                .expectingProblem(400, "invalid_body");
        assertThat(pointer(host.revoke(Json.createObjectBuilder()))).isEqualTo("/alias");
        assertThat(pointer(host.revoke(Json.createObjectBuilder().add("alias", "echo"))))
                .isEqualTo("/host");
        assertThat(pointer(host.revoke(host.naming("echo").add("token_id", "x"))))
                .isEqualTo("/token_id");
        assertThat(pointer(host.revoke(host.naming("echo").add("agent_user_id", "@agent-echo-x:localhost"))))
                .isEqualTo("/agent_user_id");
        for (String id : List.of("echo", "@echo:localhost", "@agent-Echo:localhost", "@agent-e:", "@agent-e:ü")) {
            assertThat(pointer(host.revoke(Json.createObjectBuilder().add("agent_user_id", id))))
                    .isEqualTo("/agent_user_id");
        }
        assertThat(host.statuses()).as("none of this had an effect").isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("an invalid parameter is refused")
    default void parametersAreValidatedStrictly() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        host.registered("echo");
        for (String query : List.of("?dry_run=yes", "?dry_run=", "?dry_run=TRUE", "?force=1", "?dry_run")) {
            host.snapshot(null, List.of(), query).expectingProblem(400, "invalid_parameter");
        }
        for (String query : List.of(
                "&status=ACTIVE",
                "&status=phantom",
                "&status=",
                "&updated_since=yesterday",
                "&updated_since=2026-01-31",
                "&updated_since=1700000000",
                "&updated_since=",
                "&updated_since=%2B999999999-12-31T23:59:59Z",
                "&updated_since=-999999999-01-01T00:00:00Z",
                "&limit=0",
                "&limit=201",
                "&limit=x",
                "&cursor=x",
                "&cursor=" + "A".repeat(600))) {
            host.list(query).expectingProblem(400, "invalid_parameter");
        }
        for (String time :
                List.of("2000-01-01T00:00:00Z", "2000-01-01T00:00:00.123456789Z", "2000-01-01T01:00:00%2B01:00")) {
            assertThat(host.list("&updated_since=" + time).expecting(200).json().getJsonArray("agents"))
                    .hasSize(1);
        }
        assertThat(host.list("&updated_since=9999-12-31T23:59:59Z")
                        .expecting(200)
                        .json()
                        .getString("as_of"))
                .startsWith("20");
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("a snapshot may have up to 4 MiB and 20,000 agents")
    default void snapshotsHaveASizeLimit() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        String agents = IntStream.range(0, 20_000)
                .mapToObj(number -> "{\"alias\":\"agent-with-some-name-" + number + "\"}")
                .collect(Collectors.joining(","));
        String body = "{\"agents\":[" + agents + "]";
        String padding = " ".repeat(4 * 1024 * 1024 - body.length() - 1);
        host.caller()
                .put(host.path("bindings") + "?dry_run=true", body + padding + "}")
                .expecting(200);
        Answer many = host.caller()
                .put(host.path("bindings") + "?dry_run=true", "{\"agents\":[" + agents + ",{\"alias\":\"a\"}]}");
        assertThat(pointer(many)).isEqualTo("/agents");
    }

    @Test
    @DisplayName("other methods and media types are refused")
    default void otherMethodsAndMediaTypesAreRefused() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        host.caller().get(host.path("heartbeat")).expectingProblem(405, "method_not_allowed");
        host.caller().delete("/bridge/v1/agents").expectingProblem(405, "method_not_allowed");
        host.caller().get(host.path("nowhere")).expectingProblem(404, "not_found");
        host.caller()
                .post("/bridge/v1/agents/revoke", "text/plain", "{}", Map.of())
                .expectingProblem(415, "unsupported_media_type");
    }

    private static String pointer(Answer answer) {
        return answer.expectingProblem(400, "invalid_body")
                .json()
                .getJsonArray("errors")
                .getJsonObject(0)
                .getString("pointer");
    }
}
