package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Browser;
import io.gatehouse.blackbox.client.RawConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Signing in with a browser, and attacks on its session. */
public interface SessionCases extends Cases {

    String SESSION = "gatehouse-session";
    String SIGN_IN = "gatehouse-sign-in";
    String MINT = "{\"templateAgentId\":\"personal-finance\"}";

    @Test
    @DisplayName("signing in returns to the page of before, with a cookie that scripts cannot read, and no token")
    default void signingInGivesACookieAndNoToken() {
        Browser browser = gatehouse().browser();
        Answer back = browser.comeBackAs("nina", browser.open("/session/sign-in?return=/api/me"));
        Answer signedIn = browser.follow(back).expecting(303);

        assertThat(URI.create(signedIn.header("Location")).getPath()).isEqualTo("/api/me");
        assertThat(signedIn.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(SESSION + "=")
                .contains("; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Max-Age=")
                .doesNotContain("Domain", "eyJ");
        Answer me = browser.follow(signedIn).expecting(200);
        assertThat(me.json().getString("email")).isEqualTo("nina@example.com");
        assertThat(gatehouse().signedIn("nina").get("/api/me").json().getString("userId"))
                .as("the user of the browser is the user of the token")
                .isEqualTo(me.json().getString("userId"));
        assertThat(browser.open("/session").expecting(200).text()).contains("nina@example.com");
    }

    @Test
    @DisplayName(
            "a session begins anew at each sign-in: what the browser brought is not it, and what it had ends nothing")
    default void aSessionCannotBeFixed() {
        Browser attacker = gatehouse().browser();
        attacker.signIn("mallory", "/session");
        String planted = attacker.cookies().get(SESSION);

        Browser victim = gatehouse().browser();
        victim.cookies().put(SESSION, planted);
        victim.signIn("olga", "/session");

        assertThat(victim.cookies().get(SESSION)).isNotEqualTo(planted);
        assertThat(victim.open("/api/me").json().getString("email")).isEqualTo("olga@example.com");
        assertThat(attacker.open("/api/me").json().getString("email")).isEqualTo("mallory@example.com");
    }

    @Test
    @DisplayName("a cookie that is no session of ours is ignored")
    default void aBadCookieIsNoCredential() {
        Browser browser = gatehouse().browser();
        for (String text : List.of("x", "A".repeat(200), "eyJhbGciOiJub25lIn0.e30.")) {
            browser.cookies().put(SESSION, text);
            browser.open("/api/me").expectingProblem(401, "credentials_required");
            browser.open("/api/install/manifest/personal-finance").expecting(200);
        }
    }

    @Test
    @DisplayName("an authorization response that belongs to no sign-in of the browser is refused")
    default void anAuthorizationResponseOfAnotherBrowserIsRefused() {
        Browser attacker = gatehouse().browser();
        Answer back = attacker.comeBackAs("mallory", attacker.open("/session/sign-in?return=/api/me"));
        String callback = back.header("Location");
        Browser victim = gatehouse().browser();
        victim.open("/session/sign-in?return=/api/me").expecting(303);

        for (Browser browser : List.of(victim, gatehouse().browser())) {
            Answer refused = browser.open(callback).expecting(400);
            assertThat(refused.header("Content-Type")).startsWith("text/html");
            assertThat(browser.cookies()).doesNotContainKey(SESSION);
        }
        for (String other : List.of(
                "/session/callback",
                "/session/callback?code=x",
                "/session/callback?code=x&state=y",
                callback.replace("state=", "state=A"),
                callback.replace("iss=http", "iss=https"))) {
            attacker.open(other).expecting(400);
            assertThat(attacker.cookies()).doesNotContainKey(SESSION);
        }
        attacker.open(callback).expecting(303);
        assertThat(attacker.cookies()).containsKey(SESSION);
        attacker.cookies().remove(SESSION);
        attacker.open(callback).expecting(400); // the code has been used
        assertThat(attacker.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    @DisplayName("a person who cancels at the provider is told so, and is not signed in")
    default void aCancelledSignInSignsNoOneIn() {
        Browser browser = gatehouse().browser();
        String location = browser.open("/session/sign-in?return=/api/me").header("Location");
        String state = location.replaceFirst(".*[?&]state=([^&]+).*", "$1");

        Answer declined = browser.open("/session/callback?error=access_denied&state=" + state
                        + "&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                .expecting(400);
        assertThat(declined.text()).doesNotContain("alert(1)").contains("/session/sign-in?", "%2Fapi%2Fme\"");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    @DisplayName("return paths of signing in and out stay on this site")
    default void returnPathsStayOnThisSite() {
        for (String elsewhere : List.of("https://evil.example.com/", "//evil.example.com", "/%5Cevil.example.com")) {
            Browser browser = gatehouse().browser();
            Answer back = browser.comeBackAs("peggy", browser.open("/session/sign-in?return=" + elsewhere));
            Answer signedIn = browser.follow(back).expecting(303);
            assertThat(signedIn.header("Location")).isEqualTo(gatehouse().baseUri() + "/session");
            Answer signedOut = browser.submit("/session/sign-out", Map.of("return", elsewhere.replace("%5C", "\\")))
                    .expecting(303);
            assertThat(signedOut.header("Location")).isEqualTo(gatehouse().baseUri() + "/session");
        }
    }

    @Test
    @DisplayName("with a return path that is no URI, signing in and out ends on a page of ours")
    default void aReturnPathThatIsNoUriIsReplaced() {
        for (String path : List.of("/%7B", "/%25", "/%25zz", "/%5B", "/%60", "/%7C", "/a%0D%0Ab")) {
            Browser browser = gatehouse().browser();
            Answer back = browser.comeBackAs("peggy", browser.open("/session/sign-in?return=" + path));
            Answer signedIn = browser.follow(back).expecting(303);
            assertThat(signedIn.header("Location"))
                    .as(path)
                    .isEqualTo(gatehouse().baseUri() + "/session");
            browser.open("/api/me").expecting(200);
            for (Browser each : List.of(gatehouse().browser(), browser)) {
                Answer signedOut = each.post(
                                "/session/sign-out",
                                "application/x-www-form-urlencoded",
                                "return=" + path,
                                each.ofOurs())
                        .expecting(303);
                assertThat(signedOut.header("Location"))
                        .as(path)
                        .isEqualTo(gatehouse().baseUri() + "/session");
            }
            browser.open("/api/me").expectingProblem(401, "credentials_required");
        }
    }

    @Test
    @DisplayName("a malformed escape in the query or the form is the caller's fault, or ignored")
    default void aMalformedEscapeIsNoIncident() {
        for (String broken : List.of("/%", "/%zz", "%", "/%c3%28")) {
            for (String path : List.of(
                    "/session/sign-in?return=", "/session/callback?code=a&state=", "/dev/authorize?client_id=")) {
                try (RawConnection connection = RawConnection.to(gatehouse())) {
                    assertThat(connection
                                    .request("GET " + path + broken, "Connection: close")
                                    .answer()
                                    .orElseThrow()
                                    .status())
                            .as(path + broken)
                            .isBetween(200, 499);
                }
            }
            assertThat(gatehouse()
                            .browser()
                            .post(
                                    "/session/sign-out",
                                    "application/x-www-form-urlencoded",
                                    "return=" + broken,
                                    gatehouse().browser().ofOurs())
                            .status())
                    .as(broken)
                    .isBetween(300, 499);
        }
    }

    @Test
    @DisplayName("pages of other sites change nothing with a person's session (cross-site request forgery)")
    default void pagesOfOtherSitesChangeNothing() {
        Browser browser = gatehouse().browser();
        browser.signIn("quentin", "/session");
        String own = gatehouse().baseUri().toString();
        for (Map<String, String> forged : List.of(
                Map.<String, String>of(),
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example.com"),
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", own),
                Map.of("Sec-Fetch-Site", "same-site", "Origin", own),
                Map.of("Sec-Fetch-Site", "none", "Origin", own),
                Map.of("Origin", "https://evil.example.com"),
                Map.of("Origin", "null"),
                Map.of("Origin", own + ".evil.example.com"),
                Map.of("Referer", own + "/session"))) {
            for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
                browser.post("/api/install/token", type, MINT, forged).expectingProblem(403, "cross_origin");
            }
            browser.delete("/api/me/agents/" + UUID.randomUUID(), forged).expectingProblem(403, "cross_origin");
            browser.post("/session/sign-out", "application/x-www-form-urlencoded", "return=/session", forged)
                    .expectingProblem(403, "cross_origin");
        }
        browser.open("/api/me").expecting(200);
    }

    @Test
    @DisplayName("our own page may act with the session, also in a browser that only sends Origin")
    default void ourOwnPageMayAct() {
        Browser browser = gatehouse().browser();
        browser.signIn("rupert", "/session");
        String own = gatehouse().baseUri().toString();
        for (Map<String, String> headers :
                List.of(browser.ofOurs(), Map.of("Origin", own), Map.of("Sec-Fetch-Site", "same-origin"))) {
            browser.post("/api/install/token", "application/json", MINT, headers)
                    .expecting(201);
        }
    }

    @Test
    @DisplayName("a session has the role of a user only, and a token presented with it takes precedence")
    default void aSessionHasTheRoleOfAUserOnly() {
        Browser browser = gatehouse().browser();
        browser.signIn("gateway", "/session");
        browser.open("/api/chat/route?platform=whatsapp&platformUserId=1&templateAgentId=x")
                .expectingProblem(403, "forbidden");
        browser.open("/bridge/v1/messages").expectingProblem(403, "forbidden");
        browser.open("/dev/userinfo").expectingProblem(401, "credentials_required");
        browser.post(
                        "/api/install/token",
                        "application/json",
                        MINT,
                        Map.of("Authorization", "Bearer x", "Sec-Fetch-Site", "same-origin"))
                .expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("after signing out the cookie is gone, and a copy of it is refused")
    default void afterSigningOutACopiedCookieIsRefused() {
        Browser browser = gatehouse().browser();
        browser.signIn("sybil", "/session");
        Browser thief = gatehouse().browser();
        thief.cookies().putAll(browser.cookies());
        thief.open("/api/me").expecting(200);

        Answer signedOut = browser.submit("/session/sign-out", Map.of("return", "/install/personal-finance"))
                .expecting(303);
        assertThat(signedOut.header("Location")).isEqualTo(gatehouse().baseUri() + "/install/personal-finance");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);

        thief.open("/api/me").expectingProblem(401, "credentials_required");
        thief.post("/api/install/token", "application/json", MINT, thief.ofOurs())
                .expectingProblem(401, "credentials_required");
        thief.submit("/session/sign-out", Map.of()).expecting(303);
        assertThat(thief.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    @DisplayName("pages cannot be framed and are not cached, and run no script but ours")
    default void pagesAreKeptOutOfFramesAndCaches() {
        Answer page = gatehouse().browser().open("/session").expecting(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.text()).contains("<html lang=\"en\">").doesNotContain("<style", "onclick=");

        String style = page.text().replaceFirst("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        Answer css = gatehouse().browser().open(style).expecting(200);
        assertThat(css.header("Content-Type")).startsWith("text/css");
        assertThat(css.header("Cache-Control")).contains("immutable");
        gatehouse().browser().open("/assets/x/nothing.css").expectingProblem(404, "not_found");
        assertThat(gatehouse()
                        .browser()
                        .open(style.replaceFirst("/assets/[^/]+", "/assets/older"))
                        .expecting(200)
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }
}
