package io.gatehouse.blackbox.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser from a server's point of view: it keeps cookies, and states for each request which site caused it. It
 * renders nothing and does not follow redirects by itself.
 */
public final class Browser {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]* action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final HttpClient http;
    private final URI baseUri;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(HttpClient http, URI baseUri) {
        this.http = http;
        this.baseUri = baseUri;
    }

    /** Opens a typed URL. */
    public Answer open(String path) {
        return send(request(path, Map.of("Sec-Fetch-Site", "none")).GET());
    }

    /** Requests other media types than a page. */
    public Answer accepting(String path, String types) {
        return send(HttpRequest.newBuilder(baseUri.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", types)
                .GET());
    }

    /** Follows a redirect. */
    public Answer follow(Answer answer) {
        return open(answer.expecting(303).header("Location"));
    }

    /** Submits a form of a Gatehouse page. */
    public Answer submit(String path, Map<String, String> form) {
        return post(path, "application/x-www-form-urlencoded", Caller.encoded(form), ofOurs());
    }

    /** The headers that a browser sends for a request by a Gatehouse page. */
    public Map<String, String> ofOurs() {
        return Map.of("Sec-Fetch-Site", "same-origin", "Origin", baseUri.toString());
    }

    public Answer post(String path, String contentType, String body, Map<String, String> headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    public Answer delete(String path, Map<String, String> headers) {
        return send(request(path, headers).DELETE());
    }

    /** Opens an event stream as a page's script does. */
    public EventStream listen(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUri.resolve(path))
                .header("Accept", "text/event-stream")
                .header("Sec-Fetch-Site", "same-origin");
        return EventStream.open(http, withCookies(request).GET().build());
    }

    /** Signs in at the development issuer, and returns to this path. */
    public Answer signIn(String username, String returnPath) {
        Answer back = comeBackAs(username, open("/session/sign-in?return=" + returnPath));
        return follow(follow(back));
    }

    /** Signs in on the development issuer's page that the answer redirects to; returns the redirect to the callback. */
    public Answer comeBackAs(String username, Answer toProvider) {
        Answer page = follow(toProvider).expecting(200);
        Matcher form = FORM.matcher(page.text());
        assertThat(form.find()).as(page.toString()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.group(2));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        fields.put("username", username);
        return submit("/dev/authorize", fields).expecting(303);
    }

    /** By name; the values are opaque to a browser. */
    public Map<String, String> cookies() {
        return cookies;
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUri.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "text/html,*/*;q=0.8");
        headers.forEach(request::header);
        return withCookies(request);
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            Answer answer = Answer.from(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
            answer.headers("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + request.method() + " " + request.uri(), e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
