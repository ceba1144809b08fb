package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults of a request are answered as problems, and a repeated call is executed once. */
public interface ProblemCases extends Cases {

    @Test
    @DisplayName("each malformed body is 400 with a pointer to the fault")
    default void malformedBodiesAreReported() {
        Caller user = gatehouse().signedIn("alice");
        String[] bodies = {
            "",
            "{",
            "[]",
            "null",
            "{\"slug\":5}",
            "{\"slug\":\"a\",\"slug\":\"b\"}",
            "{\"slug\":\"a\\u0000\"}",
            "{\"slug\":\"a\"} x",
            "{\"a\":" + "[".repeat(5_000),
            "{}",
            "{\"slug\":\"a\",\"templateAgentId\":\"b\"}"
        };
        for (String body : bodies) {
            Answer answer = user.post("/api/install", "application/json", body, Map.of());
            answer.expectingProblem(400, "invalid_body");
            assertThat(answer.json().getJsonArray("errors"))
                    .as(answer.toString())
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("several faults are reported together")
    default void severalFaultsAreReportedTogether() {
        Answer answer = gatehouse()
                .gateway()
                .post(
                        "/api/chat/messages",
                        Json.createObjectBuilder().add("platform", 5).add("messageId", " "));
        answer.expectingProblem(400, "invalid_body");
        assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(fault -> fault.getString("pointer"))
                .contains("/platform", "/platformUserId", "/messageId", "/message", "");
    }

    @Test
    @DisplayName("a body over its path's limit is refused, a large one within it is not")
    default void bodiesHaveLimits() {
        Caller user = gatehouse().signedIn("alice");
        user.post("/api/install", "application/json", " ".repeat(65_537), Map.of())
                .expectingProblem(413, "body_too_large");
        user.post("/api/install", "application/json", "{\"slug\":\"none\"}" + " ".repeat(65_000), Map.of())
                .expectingProblem(404, "unknown_slug");
    }

    @Test
    @DisplayName("unsupported methods, media types and representations are problems")
    default void whatJaxRsRefusesIsAProblem() {
        Caller user = gatehouse().signedIn("alice");
        Answer method = user.delete("/api/install").expectingProblem(405, "method_not_allowed");
        assertThat(method.header("Allow")).contains("POST");
        user.post("/api/install", "text/plain", "{}", Map.of()).expectingProblem(415, "unsupported_media_type");
    }

    @Test
    @DisplayName("an unknown or malformed id, or one of others, is not found")
    default void unknownAndMalformedIdsAreNotFound() {
        Caller user = gatehouse().newcomer();
        for (String id : new String[] {UUID.randomUUID().toString(), "x"}) {
            user.get("/api/me/agents/" + id).expectingProblem(404, "not_found");
            user.get("/api/me/identities/" + id).expectingProblem(404, "not_found");
            user.delete("/api/me/agents/" + id).expectingProblem(404, "not_found");
        }
    }

    @Test
    @DisplayName("a page's limit and cursor are validated")
    default void pagingParametersAreValidated() {
        Caller user = gatehouse().signedIn("alice");
        user.get("/api/me/agents?limit=201").expectingProblem(400, "invalid_parameter");
        user.get("/api/me/agents?limit=x").expectingProblem(400, "invalid_parameter");
        user.get("/api/me/identities?cursor=x").expectingProblem(400, "invalid_parameter");
        user.get("/api/me/identities?limit=200").expecting(200);
    }

    @Test
    @DisplayName("the same key and body give the first answer again; the key with another body is 422")
    default void aRepeatedCallIsExecutedOnce() {
        Caller user = gatehouse().newcomer();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"templateAgentId\":\"personal-finance\"}";
        Answer first =
                user.post("/api/install/token", "application/json", body, key).expecting(201);
        Answer again =
                user.post("/api/install/token", "application/json", body, key).expecting(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        user.post("/api/install/token", "application/json", body + " ", key)
                .expectingProblem(422, "idempotency_key_reused");
        Answer another = gatehouse().newcomer().post("/api/install/token", "application/json", body, key);
        assertThat(another.expecting(201).text()).isNotEqualTo(first.text());
    }

    @Test
    @DisplayName(
            "of ten calls at once with one key one is made; the others get its answer, or 409 while it is in flight")
    default void ofConcurrentCallsWithOneKeyOneIsExecuted() {
        Caller user = gatehouse().newcomer();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"templateAgentId\":\"personal-finance\"}";
        List<Answer> answers =
                ConcurrentCalls.call(10, number -> user.post("/api/install/token", "application/json", body, key));

        String made = user.post("/api/install/token", "application/json", body, key)
                .expecting(201)
                .text();
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotency-Replayed").isEmpty() && answer.status() == 201)
                .hasSize(1);
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                assertThat(answer.text()).isEqualTo(made);
            } else {
                answer.expectingProblem(409, "idempotency_key_in_flight");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
            }
        }
    }

    @Test
    @DisplayName("a key of more than 255 characters is refused")
    default void aTooLongKeyIsRefused() {
        gatehouse()
                .newcomer()
                .post("/api/install", "application/json", "{}", Map.of("Idempotency-Key", "k".repeat(256)))
                .expectingProblem(400, "invalid_idempotency_key");
    }

    @Test
    @DisplayName("a manifest has an ETag, and is not sent again if unchanged")
    default void anUnchangedManifestIsNotSentAgain() {
        Answer manifest = gatehouse()
                .anyone()
                .get("/api/install/manifest/personal-finance")
                .expecting(200);
        String tag = manifest.header("ETag");
        assertThat(tag).startsWith("\"");
        Answer again = gatehouse()
                .anyone()
                .get("/api/install/manifest/personal-finance", Map.of("If-None-Match", tag))
                .expecting(304);
        assertThat(again.text()).isEmpty();
    }

    @Test
    @DisplayName("minting too often is refused for a while")
    default void mintingIsLimited() {
        Caller user = gatehouse().newcomer();
        Answer answer = user.mint("personal-finance").expecting(201);
        for (int i = 0; i < 300 && answer.status() == 201; i++) {
            answer = user.mint("personal-finance");
        }
        answer.expectingProblem(429, "rate_limited");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        gatehouse().newcomer().mint("personal-finance").expecting(201);
    }
}
