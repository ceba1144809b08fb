package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.RawConnection;
import io.gatehouse.blackbox.client.RunningHost;
import io.gatehouse.blackbox.server.ServerLog;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Malformed requests, for which the sender alone is at fault. */
public interface MalformedRequestCases extends Cases {

    String FORM = "application/x-www-form-urlencoded";
    String MANIFEST = "/api/install/manifest/personal-finance";

    ServerLog serverLog();

    @Test
    @DisplayName("an oversized number is refused with its pointer, also in an unknown field")
    default void oversizedNumbersAreReportedWithTheirPointer() {
        Caller user = gatehouse().newcomer();
        for (String number : List.of("1e99999999999", "1E2147483648", "-1e-2147483649", "1".repeat(1_101))) {
            for (String body : List.of(
                    "{\"slug\":\"x\",\"a\":{\"b~/\":[0," + number + "]}}",
                    "{\"slug\":\"x\",\"a\":{\"b~/\":[0," + number + "}")) {
                Answer answer = user.post("/api/install", "application/json", body, Map.of())
                        .expectingProblem(400, "invalid_body");
                assertThat(pointer(answer)).as(answer.toString()).isEqualTo("/a/b~0~1/1");
            }
        }
        user.post("/api/install", "application/json", "{\"slug\":\"none\",\"a\":-1.5E+300}", Map.of())
                .expectingProblem(404, "unknown_slug");
    }

    @Test
    @DisplayName("a missing form, or one without a content type, is refused")
    default void aMissingFormIsRefused() {
        Map<String, Caller> forms = forms();
        forms.forEach((path, caller) -> {
            Answer answer = caller.post(path);
            if (path.equals("/session/sign-out")) {
                assertThat(answer.status()).as(answer.toString()).isIn(303, 404, 415);
            } else {
                assertThat(answer.status()).as(answer.toString()).isIn(400, 415, 422);
            }
        });
    }

    @Test
    @DisplayName("a form is read as UTF-8, whatever charset its type names")
    default void aFormIsUtf8() {
        for (String charset :
                List.of("", ";charset=utf-8", "; charset='utf-8'", "; charset=foo-9", ";charset=utf-16")) {
            Answer token = gatehouse()
                    .anyone()
                    .post("/dev/token", FORM + charset, "username=alice&note=%C3%A9+%20", Map.of())
                    .expecting(200);
            assertThat(token.json().getString("access_token")).isNotEmpty();
            forms().forEach((path, caller) -> {
                Answer answer = caller.post(path, FORM + charset, "grant_type=%C3%A9&token=x", Map.of());
                assertThat(answer.status()).as(path + charset + answer).isLessThan(500);
            });
        }
    }

    @Test
    @DisplayName("a form with a malformed escape or invalid UTF-8 is refused")
    default void aBrokenFormIsRefused() {
        for (String body : List.of("username=%zz", "username=%", "username=%4", "username=alice&x=%FF", "a%00=b")) {
            gatehouse()
                    .anyone()
                    .post("/oauth2/token", FORM, body, Map.of())
                    .expectingOAuthError(400, "invalid_request");
            assertThat(gatehouse()
                            .anyone()
                            .post("/dev/token", FORM, body, Map.of())
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("a form's content type on a call without a body is ignored")
    default void aFormTypeWithoutABodyIsIgnored() {
        for (String charset : List.of("", "; charset=utf-16", "; charset=foo-9")) {
            gatehouse()
                    .anyone()
                    .get(MANIFEST + "?x=%25zz", Map.of("Content-Type", FORM + charset))
                    .expecting(200);
        }
    }

    @Test
    @DisplayName("tags are compared weakly, and a malformed tag matches nothing")
    default void tagsAreComparedWeakly() {
        Caller anyone = gatehouse().anyone();
        String tag = anyone.get(MANIFEST).expecting(200).header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"a\", " + tag, "\"a\",W/" + tag + " ", "*", ",," + tag)) {
            Answer answer = anyone.get(MANIFEST, Map.of("If-None-Match", known)).expecting(304);
            assertThat(answer.text()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
        for (String other : List.of("x", "W/x", "\"a\",\"b\"", "*,\"x\"", "\"", "W/", ",", tag + "x", "w/" + tag)) {
            anyone.get(MANIFEST, Map.of("If-None-Match", other)).expecting(200);
        }
        for (String wanted : List.of(tag, "*", "\"a\"," + tag)) {
            anyone.get(MANIFEST, Map.of("If-Match", wanted)).expecting(200);
        }
        for (String other : List.of("\"a\"", "W/" + tag, "x", "*,\"x\"")) {
            anyone.get(MANIFEST, Map.of("If-Match", other)).expectingProblem(412, "precondition_failed");
        }
        anyone.get(MANIFEST, Map.of("If-Modified-Since", "x", "If-Unmodified-Since", "x", "Range", "bytes=x"))
                .expecting(200);
    }

    @Test
    @DisplayName("the directory compares tags as the manifest does")
    default void theDirectoryComparesTagsTheSameWay() {
        RunningHost host = RunningHost.of(gatehouse(), "operator");
        String path = "/bridge/v1/agents?host=" + host.name();
        String tag = host.caller().get(path).expecting(200).header("ETag");
        host.caller().get(path, Map.of("If-None-Match", "W/" + tag)).expecting(304);
        host.caller().get(path, Map.of("If-None-Match", "x")).expecting(200);
        host.caller().get(path, Map.of("If-Match", "\"x\"")).expectingProblem(412, "precondition_failed");
    }

    @Test
    @DisplayName("every list validates its limit and its cursor")
    default void everyListValidatesItsPagingParameters() {
        Map<String, Caller> lists = new LinkedHashMap<>();
        Caller user = gatehouse().newcomer();
        lists.put("/api/me/agents", user);
        lists.put("/api/me/identities", user);
        lists.put("/bridge/v1/agents", RunningHost.of(gatehouse(), "operator").caller());
        for (String list : List.of("hosts", "agents", "connections", "dead-letters", "audit")) {
            lists.put("/api/admin/" + list, gatehouse().administrator());
        }
        lists.forEach((path, caller) -> {
            caller.get(path + "?limit=200").expecting(200);
            for (String bad :
                    List.of("limit=0", "limit=-1", "limit=201", "limit=abc", "limit=", "limit=1e2", "cursor=x")) {
                caller.get(path + "?" + bad).expectingProblem(400, "invalid_parameter");
            }
        });
        gatehouse().administrator().get("/api/admin/agents?kind=x").expectingProblem(400, "invalid_parameter");
        gatehouse().administrator().get("/api/admin/audit?since=x").expectingProblem(400, "invalid_parameter");
    }

    @Test
    @DisplayName("NUL is refused in every path and query")
    default void nulIsRefusedEverywhere() {
        Caller user = gatehouse().newcomer();
        user.get("/api/me/agents?cursor=%00").expectingProblem(400, "bad_request");
        user.get("/api/me?unasked=a%00b").expectingProblem(400, "bad_request");
        Answer path = user.get("/api/me/agents/%00");
        assertThat(path.status()).as(path.toString()).isEqualTo(400);
    }

    @Test
    @DisplayName("requests that the server itself refuses log no stack trace")
    default void requestsThatTheServerRefusesAreNoIncident() {
        int logged = serverLog().length();
        List<String> heads = List.of(
                "GET /%FF%5C HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/me?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/me HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n",
                "GET /../../x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/..;/..;/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/install HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n");
        for (String head : heads) {
            try (RawConnection connection = RawConnection.to(gatehouse())) {
                Optional<Answer> answer = connection.send(head).answer();
                answer.ifPresent(given -> assertThat(given.status())
                        .as(head.substring(0, Math.min(80, head.length())) + given)
                        .isBetween(400, 499));
            }
        }
        assertThat(serverLog().faultsSince(logged)).isEmpty();
        assertThat(serverLog().stackTracesSince(logged)).isEmpty();
    }

    private Map<String, Caller> forms() {
        Map<String, Caller> forms = new LinkedHashMap<>();
        Caller anyone = gatehouse().anyone();
        Caller administrator = gatehouse().administrator();
        forms.put("/oauth2/token", anyone);
        forms.put("/oauth2/introspect", administrator);
        forms.put("/oauth2/revoke", administrator);
        forms.put("/session/sign-out", anyone);
        forms.put("/dev/token", anyone);
        forms.put("/dev/authorize", anyone);
        forms.put("/install/personal-finance/phone", gatehouse().newcomer());
        return forms;
    }

    private static String pointer(Answer answer) {
        return answer.json()
                .getJsonArray("errors")
                .getValuesAs(JsonObject.class)
                .get(0)
                .getString("pointer");
    }
}
