package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.client.HostKey;
import io.gatehouse.blackbox.client.Signature;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hosts that sign their requests instead of presenting a token. */
public interface SignedRequestCases extends Cases {

    String AGENTS = "/bridge/v1/agents";
    String JSON = "application/json";

    @Test
    @DisplayName("a signed request may do what a host's token may: register, act as its agents, look up routes")
    default void aSignatureAuthenticatesLikeAToken() {
        HostKey key = newKey("bridge", "chat:claim");
        String body = key.registration();
        Answer registered = post(sign(key, "POST", AGENTS, body), body).expecting(201);
        String agent = registered.json().getString("agent_user_id");

        String typing = Json.createObjectBuilder()
                .add("room_id", "!signed:localhost")
                .add("typing", true)
                .add("agent_user_id", agent)
                .build()
                .toString();
        post(sign(key, "POST", "/bridge/v1/typing", typing), typing).expecting(200);
        get(key, "/bridge/v1/messages?timeout=0&agent_user_id=" + agent.replace("@", "%40"))
                .expecting(200);
        ChatAccount account = ChatAccount.whatsapp();
        get(
                        key,
                        "/api/chat/route?platform=whatsapp&platformUserId="
                                + account.platformUserId().replace("@", "%40") + "&templateAgentId=personal-finance")
                .expectingProblem(404, "not_installed");

        JsonObject listed = admin().get(keys(key))
                .expecting(200)
                .json()
                .getJsonArray("signingKeys")
                .getJsonObject(0);
        assertThat(listed.getString("id")).isEqualTo(key.id());
        assertThat(listed.containsKey("lastUsedAt")).isTrue();
        assertThat(listed.toString()).doesNotContain(key.secret());
    }

    @Test
    @DisplayName("a signature allows no more than its key's scopes and host")
    default void aSignatureAllowsNoMoreThanItsKey() {
        HostKey gateway = newKey("chat:claim");
        String body = gateway.registration();
        post(sign(gateway, "POST", AGENTS, body), body).expectingProblem(403, "insufficient_scope");
        HostKey key = newKey("bridge");
        String foreign = gateway.registration();
        post(sign(key, "POST", AGENTS, foreign), foreign).expectingProblem(403, "host_mismatch");
        get(key, "/api/chat/route?platform=whatsapp&platformUserId=1&templateAgentId=x")
                .expectingProblem(403, "forbidden");
        get(key, "/api/admin/hosts").expectingProblem(403, "forbidden");
        get(key, "/api/me").expectingProblem(403, "forbidden");
    }

    @Test
    @DisplayName("a repeated request is refused; of twenty concurrent copies one takes effect")
    default void aNonceIsAcceptedOnce() {
        HostKey key = newKey("bridge");
        String body = key.registration();
        Signature signature = sign(key, "POST", AGENTS, body);
        post(signature, body).expecting(201);
        assertThat(refused(post(signature, body))).contains("nonce was accepted before");

        Signature another = sign(key, "POST", AGENTS, body);
        List<Answer> answers = ConcurrentCalls.call(20, number -> post(another, body));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(19);
    }

    @Test
    @DisplayName("the same signature on another path, query, method or body is refused, each with its reason")
    default void aChangedRequestIsRefused() {
        HostKey key = newKey("bridge");
        String body = key.registration();
        Map<String, String> headers = sign(key, "POST", AGENTS, body).headers();
        for (String path : List.of("/bridge/v1/typing", AGENTS + "?x=1", AGENTS + "/", "/bridge/v1/%61gents")) {
            Answer answer = anyone().post(path, JSON, body, headers);
            assertThat(refused(answer))
                    .contains("is none of this key over POST ")
                    .contains(path);
        }
        Map<String, String> get = sign(key, "POST", AGENTS, null).headers();
        assertThat(refused(anyone().get(AGENTS, get))).contains("is none of this key over GET ");

        String other = key.registration().replace("echo", "evil");
        assertThat(refused(anyone().post(
                                AGENTS,
                                JSON,
                                other,
                                sign(key, "POST", AGENTS, body).headers())))
                .contains("The body is not the one");
        Map<String, String> otherDigest = new LinkedHashMap<>(headers);
        otherDigest.put(
                "Content-Digest", sign(key, "POST", AGENTS, other).headers().get("Content-Digest"));
        assertThat(refused(anyone().post(AGENTS, JSON, other, otherDigest))).contains("is none of this key");

        Signature elsewhere = key.sign("POST", URI.create("https://other.example" + AGENTS), body);
        assertThat(refused(post(elsewhere, body))).contains("is none of this key");
        assertThat(post(sign(key, "POST", AGENTS, body), body)
                        .expecting(201)
                        .json()
                        .getInt("generation"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("the path is verified undecoded, with its percents, dots and semicolons")
    default void aPathIsNotDecodedBeforeItIsVerified() {
        HostKey key = newKey("bridge");
        for (String path : List.of("/bridge/v1/%61b-%C3%A9", "/bridge/v1/a;b=c", "/bridge/v1/a+b%20c?d=%2B+e&f=/?")) {
            get(key, path).expectingProblem(404, "not_found");
            post(sign(key, "POST", path, "{}"), "{}").expectingProblem(404, "not_found");
        }
    }

    @Test
    @DisplayName("a body without a digest is refused, however it is sent")
    default void anUnsignedBodyIsRefused() {
        HostKey key = newKey("bridge");
        String body = key.registration();
        assertThat(refused(anyone().post(
                                AGENTS,
                                JSON,
                                body,
                                sign(key, "POST", AGENTS, null).headers())))
                .contains("must cover content-digest");
        assertThat(refused(anyone().postChunked(
                                AGENTS,
                                JSON,
                                body,
                                sign(key, "POST", AGENTS, null).headers())))
                .contains("must cover content-digest");
        anyone().postChunked(AGENTS, JSON, body, sign(key, "POST", AGENTS, body).headers())
                .expecting(201);
        String large = " ".repeat(65_536) + body;
        post(sign(key, "POST", AGENTS, large), large).expectingProblem(413, "body_too_large");
        anyone().postChunked(
                        AGENTS, JSON, large, sign(key, "POST", AGENTS, large).headers())
                .expectingProblem(413, "body_too_large");
    }

    @Test
    @DisplayName("stale and future dates, missing and wrong parts are refused, each with its reason")
    default void eachRefusalHasItsReason() {
        HostKey key = newKey("bridge");
        String body = key.registration();
        Signature good = sign(key, "POST", AGENTS, body);
        Map<String, Signature> refusals = new LinkedHashMap<>();
        refusals.put("created more than 300 s ago", good.with("created", seconds(-310)));
        refusals.put("in the future", good.with("created", seconds(310)));
        refusals.put("has expired", good.with("expires", seconds(-1)));
        refusals.put("does not say when it was created", good.with("created", null));
        refusals.put("has no nonce", good.with("nonce", null));
        refusals.put("must be hmac-sha256", good.with("alg", "\"ed25519\""));
        refusals.put("must cover @method", good.without("@method"));
        refusals.put("must cover @target-uri", good.without("@target-uri"));
        refusals.put("must cover content-digest", good.without("content-digest"));
        refusals.put(
                "is unknown, expired or revoked",
                Signature.of(UUID.randomUUID().toString(), key.secret(), "POST", uri(AGENTS), body));
        refusals.put(
                "is none of this key", Signature.of(key.id(), newKey("bridge").secret(), "POST", uri(AGENTS), body));
        refusals.forEach((why, signature) ->
                assertThat(refused(post(signature, body))).as(why).contains(why));

        Map<String, String> headers = new LinkedHashMap<>(good.headers());
        String mac = headers.get("Signature");
        headers.put("Signature", "sig=:not base64:");
        assertThat(refused(anyone().post(AGENTS, JSON, body, headers))).contains("Signature is no dictionary");
        headers.put("Signature", mac + ", two=:AAAA:");
        headers.computeIfPresent("Signature-Input", (name, input) -> input + ", two=();created=1;keyid=\"k\"");
        assertThat(refused(anyone().post(AGENTS, JSON, body, headers))).contains("more than one signature");
        headers.remove("Signature");
        assertThat(refused(anyone().post(AGENTS, JSON, body, headers))).contains("There is no Signature");
        assertThat(refused(anyone().get("/health/ready", headers))).contains("There is no Signature");
        anyone().get(
                        "/health/ready",
                        Map.of(
                                "Signature-Input",
                                "bot=(\"@authority\");created=1;keyid=\"b\";alg=\"ed25519\";tag=\"web-bot-auth\"",
                                "Signature",
                                "bot=:AAAA:"))
                .expecting(200);
        post(good, body).expecting(201);
        post(sign(key, "POST", AGENTS, body).with("created", seconds(-280)).with("alg", "\"hmac-sha256\""), body)
                .expecting(200);
    }

    @Test
    @DisplayName("a token and a signature together are an invalid request")
    default void aTokenTogetherWithASignatureIsRefused() {
        HostKey key = newKey("bridge");
        String body = key.registration();
        Caller administrator = admin();
        administrator
                .post(AGENTS, JSON, body, sign(key, "POST", AGENTS, body).headers())
                .expectingProblem(401, "invalid_request");
    }

    @Test
    @DisplayName("a revoked or expired key is refused, and ends open waits")
    default void aRevokedKeyIsRefused() {
        HostKey key = newKey("bridge");
        String body = key.registration();
        String agent = post(sign(key, "POST", AGENTS, body), body)
                .expecting(201)
                .json()
                .getString("agent_user_id");
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(
                () -> get(key, "/bridge/v1/messages?timeout=30&agent_user_id=" + agent.replace("@", "%40")));
        admin().delete(keys(key) + "/" + key.id()).expecting(204);
        assertThat(refused(post(sign(key, "POST", AGENTS, body), body))).contains("is unknown, expired or revoked");
        Awaitility.await("the end of the poll").atMost(Duration.ofSeconds(10)).until(waiting::isDone);
        assertThat(waiting.join().status()).isEqualTo(401);

        JsonObject made = make(key.hostId(), Instant.now().plusSeconds(3).toString(), "bridge");
        HostKey expiring = new HostKey(key.hostId(), key.host(), made.getString("id"), made.getString("secret"));
        post(sign(expiring, "POST", AGENTS, body), body).expecting(200);
        Awaitility.await("the key's end")
                .atMost(Duration.ofSeconds(20))
                .until(() -> post(sign(expiring, "POST", AGENTS, body), body).status() == 401);
    }

    @Test
    @DisplayName("only administrators issue signing keys, within their reach")
    default void administratorsIssueKeys() {
        HostKey key = newKey("bridge");
        String path = keys(key);
        get(key, path).expectingProblem(403, "forbidden");
        Caller stranger = gatehouse().newcomer();
        stranger.get(path).expectingProblem(404, "not_found");
        stranger.delete(path + "/" + key.id()).expectingProblem(404, "not_found");
        stranger.post(path, JSON, "{\"scopes\":[\"bridge\"]}", Map.of()).expectingProblem(404, "not_found");
        admin().post(path, JSON, "{\"scopes\":[]}", Map.of()).expectingProblem(400, "invalid_body");
        admin().delete(path + "/" + UUID.randomUUID()).expectingProblem(404, "not_found");
        get(key, "/bridge/v1/none").expectingProblem(404, "not_found");

        Answer events = admin().get("/api/admin/audit?organization=operator&subject=signing-key:" + key.id())
                .expecting(200);
        assertThat(events.text()).contains("signing-key.created").doesNotContain(key.secret());
    }

    private Caller admin() {
        return gatehouse().administrator();
    }

    private Caller anyone() {
        return gatehouse().anyone();
    }

    private URI uri(String path) {
        return gatehouse().baseUri().resolve(path);
    }

    private Signature sign(HostKey key, String method, String path, @Nullable String body) {
        return key.sign(method, uri(path), body);
    }

    private Answer post(Signature signature, String body) {
        String target = signature.target().getRawPath()
                + (signature.target().getRawQuery() == null
                        ? ""
                        : "?" + signature.target().getRawQuery());
        return anyone().post(target, JSON, body, signature.headers());
    }

    private Answer get(HostKey key, String path) {
        return anyone().get(path, sign(key, "GET", path, null).headers());
    }

    /** The detail of the refusal. */
    private static String refused(Answer answer) {
        answer.expectingProblem(401, "invalid_signature");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Accept-Signature")).startsWith("sig=(\"@method\" \"@target-uri\"");
        return answer.json().getString("detail");
    }

    private HostKey newKey(String... scopes) {
        return HostKey.of(gatehouse(), scopes);
    }

    private JsonObject make(String host, @Nullable String expiresAt, String... scopes) {
        var body = Json.createObjectBuilder().add("scopes", Json.createArrayBuilder(List.of(scopes)));
        if (expiresAt != null) {
            body.add("expiresAt", expiresAt);
        }
        return admin().post("/api/admin/hosts/" + host + "/signing-keys", body)
                .expecting(201)
                .json();
    }

    private static String keys(HostKey key) {
        return "/api/admin/hosts/" + key.hostId() + "/signing-keys";
    }

    private static String seconds(int fromNow) {
        return String.valueOf(Instant.now().getEpochSecond() + fromNow);
    }
}
