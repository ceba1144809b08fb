package io.gatehouse.blackbox.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client of the development issuer, together with the browser of the person who signs in. It uses the endpoints from
 * discovery.
 */
public final class SignIn {

    public static final String CLIENT = "black-box";
    public static final String STATE = "a b&c=d+é%7B{x}";
    public static final String NONCE = "n-0S6_WzA2Mj";

    private static final String REDIRECT_URI = "http://127.0.0.1:9/callback?kept=1";
    private static final Pattern FORM =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final Caller browser;
    private final JsonObject metadata;
    private final String verifier = UUID.randomUUID() + "." + UUID.randomUUID();

    private SignIn(Caller browser, JsonObject metadata) {
        this.browser = browser;
        this.metadata = metadata;
    }

    public static SignIn at(Gatehouse gatehouse) {
        Caller anyone = gatehouse.anyone();
        return new SignIn(
                anyone,
                anyone.get("/dev/.well-known/openid-configuration")
                        .expecting(200)
                        .json());
    }

    public JsonObject metadata() {
        return metadata;
    }

    public Answer keys() {
        return browser.get(metadata.getString("jwks_uri")).expecting(200);
    }

    /** The PKCE challenge by S256. */
    public String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters of a valid authorization request. */
    public Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", CLIENT);
        request.put("redirect_uri", REDIRECT_URI);
        request.put("scope", "openid profile");
        request.put("state", STATE);
        request.put("nonce", NONCE);
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    /** The answer of the authorization endpoint before anyone has signed in. */
    public Answer page(Map<String, String> request) {
        return browser.get(metadata.getString("authorization_endpoint") + "?" + Caller.encoded(request));
    }

    /** Signs this user in with the page's form; returns the query with which the browser returns to the client. */
    public Map<String, String> as(String username) {
        Answer page = page(request()).expecting(200);
        Matcher form = FORM.matcher(page.text());
        assertThat(form.find()).as(page.toString()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.group(2));
        while (hidden.find()) {
            fields.put(hidden.group(1), unescaped(hidden.group(2)));
        }
        fields.put("username", username);
        URI action = URI.create(metadata.getString("authorization_endpoint")).resolve(form.group(1));
        Answer leaving = browser.postForm(action.toString(), fields).expecting(303);
        assertThat(leaving.header("Location")).startsWith(REDIRECT_URI + "&");
        assertThat(leaving.header("Referrer-Policy")).isEqualTo("no-referrer");
        return query(URI.create(leaving.header("Location")));
    }

    /** The form of a valid token request for the query of the callback. */
    public Map<String, String> form(Map<String, String> back) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", back.getOrDefault("code", ""));
        form.put("code_verifier", verifier);
        form.put("client_id", CLIENT);
        form.put("redirect_uri", REDIRECT_URI);
        return form;
    }

    public Answer exchange(Map<String, String> form) {
        return browser.postForm(metadata.getString("token_endpoint"), form);
    }

    /** Expects the token endpoint to answer with this OAuth error (RFC 6749 section 5.2). */
    public void refuses(String error, Map<String, String> form) {
        Answer answer = exchange(form).expecting(400);
        assertThat(answer.json().getString("error")).as(answer.toString()).isEqualTo(error);
        assertThat(answer.json()).as(answer.toString()).doesNotContainKey("access_token");
    }

    /** Expects the authorization endpoint to refuse the request on a page, without redirect, by GET and by form. */
    public void isRefusedOnAPage(Map<String, String> request) {
        for (Answer answer : new Answer[] {
            page(request),
            browser.postForm(metadata.getString("authorization_endpoint"), with(request, "username", "alice"))
        }) {
            answer.expecting(400);
            assertThat(answer.header("Location")).as(answer.toString()).isEmpty();
            assertThat(answer.header("X-Injected")).as(answer.toString()).isEmpty();
            assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("text/html");
            assertThat(answer.text()).as(answer.toString()).doesNotContain("<form");
        }
    }

    public static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    public static Map<String, String> without(Map<String, String> fields, String name) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return changed;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
