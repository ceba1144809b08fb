package io.gatehouse.web.oidc;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls to the provider: JSON objects of a bounded size in a bounded time, and never a redirect followed. */
final class ProviderHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    record Answer(int status, JsonObject body) {

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    Answer get(URI uri) throws ProviderUnavailableException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    Answer post(URI uri, Map<String, String> form, @Nullable String authorization) throws ProviderUnavailableException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        return send(authorization == null ? request : request.header("Authorization", authorization));
    }

    private Answer send(HttpRequest.Builder builder) throws ProviderUnavailableException {
        HttpRequest request =
                builder.timeout(ANSWER).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException | JsonException e) {
            throw new ProviderUnavailableException(request.uri() + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("interrupted while waiting for " + request.uri(), e);
        }
    }

    private static JsonObject json(InputStream body) throws IOException {
        try (body) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
                return reader.readObject();
            }
        }
    }

    /** As {@code application/x-www-form-urlencoded}, which a query takes as well. */
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
