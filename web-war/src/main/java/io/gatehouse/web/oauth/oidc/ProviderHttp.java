package io.gatehouse.web.oauth.oidc;

import io.gatehouse.kernel.http.BoundedHttp;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests to the provider, which answers with JSON objects. */
final class ProviderHttp {

    private final BoundedHttp http = BoundedHttp.withoutRedirects(BoundedHttp.Limits.SMALL_DOCUMENT);

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

    private Answer send(HttpRequest.Builder request) throws ProviderUnavailableException {
        URI address = request.build().uri();
        try {
            BoundedHttp.Answer answer = http.exchange(request.header("Accept", "application/json"));
            return new Answer(answer.status(), json(answer));
        } catch (IOException e) {
            throw new ProviderUnavailableException(address + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonObject json(BoundedHttp.Answer answer) throws IOException {
        try {
            return JsonObjects.read(answer.text());
        } catch (JsonException e) {
            throw new IOException("its answer " + answer.status() + " is no JSON object", e);
        }
    }

    /** Encodes as {@code application/x-www-form-urlencoded}, which is also valid in a query. */
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
