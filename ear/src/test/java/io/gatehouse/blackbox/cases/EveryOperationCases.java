package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Attempts;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Operation;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.RunningHost;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Calls every operation as every kind of caller with input that no client should send. None may cause an incident, on
 * the wire or in the log. The ids in paths do not exist, so nothing is changed.
 */
public interface EveryOperationCases extends Cases, LoggingServer {

    /** Operations that the served document omits, except /openapi, which the servers answer themselves. */
    List<Operation> UNDESCRIBED = List.of(
            new Operation("GET", "/", List.of(), false),
            new Operation("GET", "/-/error", List.of(), false),
            new Operation("GET", "/assets/{version}/{name}", List.of(), false),
            new Operation("GET", "/bench/noop", List.of(), false),
            new Operation("POST", "/bench/noop", List.of(), false),
            new Operation("PUT", "/transactions/{txnId}", List.of("access_token"), false),
            new Operation("GET", "/users/{userId}", List.of("access_token"), false),
            new Operation("GET", "/rooms/{roomAlias}", List.of("access_token"), false),
            new Operation("POST", "/metrics", List.of(), false),
            new Operation("OPTIONS", "/api/me", List.of(), false),
            new Operation("PROPFIND", "/api/me", List.of(), false));

    /** A path parameter that matches nothing. */
    String UNKNOWN_NAME = "nobody-of-that-name";

    Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    @DisplayName("no operation fails because of its body or its content type")
    default void noOperationFailsForItsBody() throws InterruptedException {
        String digits = "1".repeat(1_500);
        attempt("bodies", (attempts, each) -> {
            String path = each.operation().at(UNKNOWN_NAME);
            each.call("no body and no type", path, Map.of(), null);
            each.call("a form of another charset", path, form("; charset=foo-9"), "a=b");
            each.call("a form of a quoted charset", path, form("; charset='utf-8'"), "a=b");
            each.call("an empty form of UTF-16", path, form(";charset=utf-16"), null);
            each.call("a broken form", path, form(""), "%zz=%&%C3=1&\u0000");
            each.call("JSON of another charset", path, Map.of("Content-Type", "application/json;charset=foo-9"), "{}");
            each.call("a type that is none", path, Map.of("Content-Type", "x"), "{}");
            each.call("a type of bad parameters", path, Map.of("Content-Type", "application/json;charset=\""), "{}");
            if (each.operation().takesBody()) {
                each.call("a large exponent", path, JSON, "{\"n\":1e99999999999}");
                each.call("many digits", path, JSON, "{\"n\":[{\"n\":" + digits + "}],\"events\":[{\"n\":1}]}");
                each.call("deep JSON", path, JSON, "{\"n\":" + "[".repeat(20_000));
                each.call("half a JSON", path, JSON, "{\"n\":");
            }
        });
    }

    @Test
    @DisplayName("no operation fails because of its headers")
    default void noOperationFailsForItsHeaders() throws InterruptedException {
        attempt("headers", (attempts, each) -> {
            String path = each.operation().at(UNKNOWN_NAME);
            each.call("If-None-Match without quotes", path, Map.of("If-None-Match", "x"), null);
            each.call("If-None-Match of two kinds", path, Map.of("If-None-Match", "*,\"x\""), null);
            each.call("If-Match without quotes", path, Map.of("If-Match", "W/x"), null);
            each.call("If-Modified-Since no time", path, Map.of("If-Modified-Since", "yesterday"), null);
            each.call("If-Unmodified-Since no time", path, Map.of("If-Unmodified-Since", "Wed, 99 Foo"), null);
            each.call("a Range that is none", path, Map.of("Range", "bytes=9-1,x"), null);
            each.call("an Accept that is none", path, Map.of("Accept", "text/"), null);
            each.call("an Accept of a bad weight", path, Map.of("Accept", "text/html;q=x, */*;q"), null);
            each.call("languages that are none", path, Map.of("Accept-Language", "de-;q=,*-*;;\""), null);
            each.call("a cookie that is none", path, Map.of("Cookie", "gatehouse-session=\";;=$Version"), null);
            each.call("forwarded by nobody", path, Map.of("Forwarded", "for=[;", "X-Forwarded-Host", ":x,"), null);
            each.call("half a signature", path, Map.of("Signature", "x=:::", "Signature-Input", ""), null);
            each.call("an event id that is none", path, Map.of("Last-Event-ID", "\u00e9 x"), null);
        });
    }

    @Test
    @DisplayName("no operation fails because of its path")
    default void noOperationFailsForItsPath() throws InterruptedException {
        List<String> names = List.of(
                "x",
                "-",
                "0-0-0-0-0",
                "00000000-0000-0000-0000-000000000000",
                "99999999999999999999",
                "%C3%A9%F0%9F%98%80",
                "%7B%7D%27%22%3C%3E",
                "a%2Fb",
                "..;",
                ";x=y",
                "%20",
                "%25zz",
                "1".repeat(2_000));
        attempt("paths", (attempts, each) -> {
            if (each.operation().hasPathParameter()) {
                names.forEach(name -> each.call("a path", each.operation().at(name), JSON, "{}"));
            }
        });
    }

    @Test
    @DisplayName("no operation fails because of its query")
    default void noOperationFailsForItsQuery() throws InterruptedException {
        List<String> values = List.of(
                "",
                "x",
                "-1",
                "99999999999999999999",
                "1e9",
                "%00",
                "%FF",
                "%ED%A0%80",
                "%25zz",
                "%F0%9F%98%80",
                "%2B999999999-01-01T00:00:00Z",
                "2030-02-30T00:00:00Z",
                "00000000-0000-0000-0000-000000000000",
                "a".repeat(2_000));
        attempt("queries", (attempts, each) -> {
            for (String parameter : each.operation().queryParameters()) {
                values.forEach(value -> each.call(
                        "a query", each.operation().at(UNKNOWN_NAME, parameter + "=" + value), Map.of(), null));
            }
            each.call(
                    "an unknown parameter",
                    each.operation().at(UNKNOWN_NAME, "%25zz=&&=&x=%00&x=%EF%BF"),
                    Map.of(),
                    null);
        });
    }

    /** One operation with one caller. */
    record Each(Attempts attempts, Operation operation, String name, Caller caller) {

        void call(String what, String path, Map<String, String> headers, @Nullable String body) {
            String sent = operation.takesBody() ? body : null;
            Map<String, String> all = new HashMap<>(headers);
            all.putIfAbsent("Accept", "application/json, */*;q=0.5");
            attempts.add(
                    operation,
                    what + ", by " + name + " at " + operation,
                    () -> caller.call(operation.method(), path, all, sent));
        }
    }

    private void attempt(String what, BiConsumer<Attempts, Each> calls) throws InterruptedException {
        JsonObject document =
                gatehouse().anyone().get("/openapi").expecting(200).json();
        Map<String, Caller> callers = callers();
        int logged = serverLog().length();
        Attempts attempts = new Attempts(EveryOperationCases::fault);
        for (Operation operation : Stream.concat(Operation.of(document).stream(), UNDESCRIBED.stream())
                .filter(operation -> !operation.path().equals("/openapi"))
                .toList()) {
            callers.forEach((name, caller) -> calls.accept(attempts, new Each(attempts, operation, name, caller)));
            if (isMatrix(operation.path())) {
                calls.accept(
                        attempts,
                        new Each(attempts, operation, "homeserver", gatehouse().homeserver()));
            }
        }
        assertThat(attempts.make()).as("%d requests", attempts.count()).isEmpty();
        assertThat(serverLog().faultsSince(logged)).as("the log").isEmpty();
        System.out.println("Tried " + attempts.count() + " requests with unusual " + what + ", by " + callers.keySet());
    }

    private Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("anyone", gatehouse().anyone());
        callers.put("user", gatehouse().newcomer());
        callers.put("administrator", gatehouse().administrator());
        callers.put("gateway", gatehouse().gateway());
        callers.put("host", RunningHost.of(gatehouse(), "operator").caller());
        callers.put("agent", RegisteredAgent.at(gatehouse()).caller());
        return callers;
    }

    private static Map<String, String> form(String parameters) {
        return Map.of("Content-Type", "application/x-www-form-urlencoded" + parameters);
    }

    private static @Nullable String fault(Operation operation, Answer answer) {
        int status = answer.status();
        if (status == 503
                && operation.mayBeOut()
                && !answer.header("Retry-After").isEmpty()) {
            return null;
        }
        if (status >= 500) {
            return "a fault of ours";
        }
        return status < 400 || isError(operation.path(), answer) ? null : "an error that says nothing";
    }

    private static boolean isError(String path, Answer answer) {
        String type = answer.header("Content-Type");
        if (type.startsWith("text/html")) {
            return Stream.of("/install/", "/session", "/dev/authorize").anyMatch(path::startsWith)
                    && !answer.text().isBlank();
        }
        JsonObject error = json(answer.text());
        if (type.startsWith("application/json")) {
            return (isMatrix(path) && error.containsKey("errcode"))
                    || ((path.startsWith("/oauth2/") || path.startsWith("/dev/")) && error.containsKey("error"));
        }
        return type.startsWith("application/problem+json")
                && error.getInt("status", 0) == answer.status()
                && error.getString("type", "").startsWith("urn:gatehouse:problem:");
    }

    private static boolean isMatrix(String path) {
        return Stream.of("/_matrix/", "/transactions/", "/users/", "/rooms/").anyMatch(path::startsWith);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }
}
