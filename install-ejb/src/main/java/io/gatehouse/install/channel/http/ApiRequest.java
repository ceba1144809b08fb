package io.gatehouse.install.channel.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request. Its URL and headers may contain secrets, so {@link #toString()} shows neither. */
public record ApiRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body) {

    private static final String JSON = "application/json; charset=utf-8";

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    public static ApiRequest get(String url) {
        return new ApiRequest("GET", URI.create(url), Map.of("Accept", "application/json"), null);
    }

    public static ApiRequest postJson(String url, String json) {
        return withJson("POST", url, json);
    }

    public static ApiRequest putJson(String url, String json) {
        return withJson("PUT", url, json);
    }

    private static ApiRequest withJson(String method, String url, String json) {
        return new ApiRequest(
                method, URI.create(url), Map.of("Accept", "application/json", "Content-Type", JSON), json);
    }

    public ApiRequest bearing(String token) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        return new ApiRequest(method, uri, all, body);
    }

    @Override
    public String toString() {
        return "ApiRequest[" + method + " " + uri.getHost() + "]";
    }
}
