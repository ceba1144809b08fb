package io.gatehouse.blackbox.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A caller of Gatehouse, with or without a credential. Immutable and thread-safe. */
public final class Caller {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final HttpClient http;
    private final URI baseUri;
    private final @Nullable String bearer;

    Caller(HttpClient http, URI baseUri, @Nullable String bearer) {
        this.http = http;
        this.baseUri = baseUri;
        this.bearer = bearer;
    }

    /** {@code POST /api/install/token}: mints an install token for a template, named by its id or slug. */
    public Answer mint(String template) {
        return post("/api/install/token", Json.createObjectBuilder().add("templateAgentId", template));
    }

    /** {@code POST /api/install}, without a chat. */
    public Answer install(String slug) {
        return post("/api/install", Json.createObjectBuilder().add("slug", slug));
    }

    /** {@code POST /api/chat/messages}, with a new message id. */
    public Answer handIn(ChatAccount account, String template, String message) {
        return handIn(account, template, ChatAccount.newMessageId(), message);
    }

    /** {@code POST /api/chat/messages}, with the given message id. */
    public Answer handIn(ChatAccount account, String template, String messageId, String message) {
        return post(
                "/api/chat/messages",
                Json.createObjectBuilder()
                        .add("platform", account.platform())
                        .add("platformUserId", account.platformUserId())
                        .add("templateAgentId", template)
                        .add("messageId", messageId)
                        .add("message", message));
    }

    /** {@code GET /api/chat/route}: the agent for this account. */
    public Answer route(ChatAccount account, String template) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("platform", account.platform());
        query.put("platformUserId", account.platformUserId());
        query.put("templateAgentId", template);
        return get("/api/chat/route?" + encoded(query));
    }

    /** {@code POST /oauth2/introspect}. */
    public Answer introspect(String token) {
        return postForm("/oauth2/introspect", Map.of("token", token));
    }

    /** {@code POST /oauth2/revoke}. */
    public Answer revoke(String token) {
        return postForm("/oauth2/revoke", Map.of("token", token));
    }

    /** {@code POST /oauth2/token}: exchanges this token for a JWT, with further form fields. */
    public Answer exchange(String token, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("subject_token", token);
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
        form.putAll(fields);
        return postForm("/oauth2/token", form);
    }

    /** {@code POST /bridge/v1/typing}, the cheapest call of an agent. */
    public Answer type() {
        return post(
                "/bridge/v1/typing",
                Json.createObjectBuilder().add("room_id", "!tokens:localhost").add("typing", true));
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    /** Adds headers to the usual ones; a header that is set already is sent twice. */
    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    /** Requests an event stream but expects a refusal, whose body ends. */
    public Answer getAsStream(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        headers.forEach(request::header);
        return send(request.GET());
    }

    /** Opens an event stream. */
    public EventStream listen(String path) {
        return listen(path, Map.of());
    }

    public EventStream listen(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        headers.forEach(request::header);
        return EventStream.open(http, request.GET().build());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer put(String path, JsonObjectBuilder body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(utf8(body.build().toString())));
    }

    public Answer post(String path, JsonObjectBuilder body) {
        return post(path, body.build());
    }

    public Answer post(String path, JsonObject body) {
        return post(path, "application/json", body.toString(), Map.of());
    }

    /** Without a body and without a content type. */
    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** Any body of any type, well-formed or not. */
    public Answer post(String path, String contentType, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(utf8(body));
        headers.forEach(request::header);
        return send(request);
    }

    public Answer put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(utf8(body)));
    }

    public Answer patch(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").method("PATCH", utf8(body)));
    }

    /** The same with chunked encoding. */
    public Answer postChunked(String path, String contentType, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(BodyPublishers.fromPublisher(utf8(body)));
        headers.forEach(request::header);
        return send(request);
    }

    /** Declares a body of this length but sends none of it; returns the answer. */
    public Answer announcing(String method, String path, long length) {
        return new UnfinishedRequest(baseUri.resolve(path), method, "application/json", bearer).announcing(length);
    }

    /** Sends this many bytes of a chunked body that does not end; returns the answer. */
    public Answer withoutLength(String method, String path, long sent) {
        return new UnfinishedRequest(baseUri.resolve(path), method, "application/json", bearer).withoutLength(sent);
    }

    public Answer postForm(String path, Map<String, String> form) {
        return post(path, "application/x-www-form-urlencoded", encoded(form), Map.of());
    }

    /** Any method at any URL, which is not escaped further, with these additional headers; a null body sends none. */
    public Answer call(String method, String rawPath, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUri + rawPath))
                .timeout(TIMEOUT)
                .method(method, body == null ? BodyPublishers.noBody() : utf8(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUri.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json, */*;q=0.5");
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return Answer.from(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + request.method() + " " + request.uri(), e);
        }
    }

    private static BodyPublisher utf8(String body) {
        return BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
