package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.client.SignIn;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The development issuer as used by an OpenID Connect client: discovery, authorization code with PKCE, tokens. */
public interface DevIssuerCases extends Cases {

    @Test
    @DisplayName("a client that only knows the issuer's address signs a user in, by code and PKCE")
    default void aClientSignsAUserIn() throws ParseException, JOSEException {
        SignIn signIn = SignIn.at(gatehouse());
        Map<String, String> back = signIn.as("dora");
        assertThat(back)
                .containsEntry("state", SignIn.STATE)
                .containsEntry("iss", signIn.metadata().getString("issuer"))
                .containsOnlyKeys("kept", "code", "state", "iss");

        Answer answer = signIn.exchange(signIn.form(back)).expecting(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonObject tokens = answer.json();
        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(tokens.getInt("expires_in")).isPositive();

        JWTClaimsSet identity = verified(signIn, tokens.getString("id_token"));
        assertThat(identity.getAudience()).containsExactly(SignIn.CLIENT);
        assertThat(identity.getStringClaim("nonce")).isEqualTo(SignIn.NONCE);
        assertThat(identity.getStringClaim("preferred_username")).isEqualTo("dora");
        assertThat(identity.getExpirationTime()).isAfter(identity.getIssueTime());
        JWTClaimsSet access = verified(signIn, tokens.getString("access_token"));
        assertThat(access.getSubject()).isEqualTo(identity.getSubject());

        String accessToken = tokens.getString("access_token");
        assertThat(gatehouse()
                        .bearing(accessToken)
                        .get("/api/me")
                        .expecting(200)
                        .text())
                .contains("dora@example.com");
        JsonObject user = gatehouse()
                .bearing(accessToken)
                .get(signIn.metadata().getString("userinfo_endpoint"))
                .expecting(200)
                .json();
        assertThat(user.getString("sub")).isEqualTo(identity.getSubject());
        gatehouse().bearing(tokens.getString("id_token")).get("/api/me").expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("a code is worthless with another verifier, client or redirect_uri, and is used up by the attempt")
    default void aCodeIsWorthNothingToAnotherClient() {
        SignIn signIn = SignIn.at(gatehouse());
        Map<String, String> wrong = Map.of(
                "code_verifier", "w".repeat(43),
                "client_id", "another-client",
                "redirect_uri", "http://127.0.0.1:9/other");
        wrong.forEach((field, value) -> {
            Map<String, String> form = signIn.form(signIn.as("erin"));
            signIn.refuses("invalid_grant", SignIn.with(form, field, value));
            signIn.refuses("invalid_grant", form);

            Map<String, String> without = signIn.form(signIn.as("erin"));
            without.remove(field);
            signIn.refuses("invalid_grant", without);
        });
        Map<String, String> form = signIn.form(signIn.as("erin"));
        signIn.refuses("invalid_grant", SignIn.with(form, "code", form.get("code") + "x"));
        signIn.refuses("invalid_grant", SignIn.with(form, "code_verifier", signIn.challenge()));
        signIn.refuses("unsupported_grant_type", SignIn.with(form, "grant_type", "refresh_token"));
    }

    @Test
    @DisplayName("a code can be used once, also by ten concurrent requests")
    default void aCodeIsUsedOnce() {
        SignIn signIn = SignIn.at(gatehouse());
        Map<String, String> form = signIn.form(signIn.as("frank"));
        List<Answer> answers = ConcurrentCalls.call(10, number -> signIn.exchange(form));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(9);
        signIn.refuses("invalid_grant", form);
    }

    @Test
    @DisplayName("without PKCE by S256 there is no code")
    default void withoutPkceThereIsNoCode() {
        SignIn signIn = SignIn.at(gatehouse());
        Map<String, String> request = signIn.request();
        signIn.isRefusedOnAPage(SignIn.without(request, "code_challenge"));
        signIn.isRefusedOnAPage(SignIn.without(request, "code_challenge_method"));
        signIn.isRefusedOnAPage(SignIn.with(request, "code_challenge_method", "plain"));
        signIn.isRefusedOnAPage(SignIn.with(request, "code_challenge", "short"));
        signIn.isRefusedOnAPage(SignIn.with(request, "response_type", "token"));
        signIn.isRefusedOnAPage(SignIn.without(request, "client_id"));
    }

    @Test
    @DisplayName("redirect URIs outside this machine are refused")
    default void redirectUrisOutsideTheLoopbackInterfaceAreRefused() {
        SignIn signIn = SignIn.at(gatehouse());
        Map<String, String> request = signIn.request();
        signIn.isRefusedOnAPage(SignIn.without(request, "redirect_uri"));
        for (String elsewhere : new String[] {
            "https://evil.example.com/",
            "//evil.example.com/",
            "http:evil.example.com",
            "http:///evil.example.com",
            "http://127.0.0.1@evil.example.com/",
            "http://127.0.0.1:80@evil.example.com/",
            "http://127.0.0.1.evil.example.com/",
            "http://localhost.evil.example.com/",
            "http://evil.example.com\\@127.0.0.1/",
            "http://evil.example.com#@127.0.0.1/",
            "http://127.0.0.1/#code=1",
            "javascript:alert(1)//127.0.0.1",
            "javascript://127.0.0.1/%0aalert(1)",
            "data:text/html,hello",
            "/api/me",
            "",
            "http://127.0.0.1/{state}",
            "http://127.0.0.1/\r\nX-Injected: 1",
        }) {
            signIn.isRefusedOnAPage(SignIn.with(request, "redirect_uri", elsewhere));
        }
    }

    @Test
    @DisplayName("an invalid or oversized parameter is 400, and no incident")
    default void aWrongParameterIsABadRequest() {
        SignIn signIn = SignIn.at(gatehouse());
        Map<String, String> request = signIn.request();
        for (String name : List.of("client_id", "state", "scope", "nonce")) {
            signIn.isRefusedOnAPage(SignIn.with(request, name, "x".repeat(2_001)));
        }
        for (String elsewhere :
                List.of("http://127.0.0.1:99999999999/", "http://127.0.0.1/%zz", "http://127.0.0.1/a b")) {
            signIn.isRefusedOnAPage(SignIn.with(request, "redirect_uri", elsewhere));
        }
        for (Map<String, String> form : List.of(
                Map.<String, String>of("x", "y"),
                Map.of("grant_type", ""),
                Map.of("grant_type", "password"),
                Map.of("username", ""),
                Map.of("username", "\u0000"),
                Map.of("username", "a".repeat(65)),
                Map.of("username", "alice", "expires_in", "1e3"),
                Map.of("username", "alice", "expires_in", "99999999999999999999"),
                Map.of("username", "alice", "scope", "x".repeat(1_001)),
                Map.of("grant_type", "authorization_code"),
                Map.of("grant_type", "authorization_code", "code", "\u00e9\u0000", "code_verifier", "\u00e9"))) {
            gatehouse().anyone().postForm("/dev/token", form).expecting(400);
        }
        for (Map<String, String> form : List.of(
                Map.of("username", "alice"),
                SignIn.with(request, "username", "\u0000"),
                SignIn.with(request, "username", "a".repeat(65)),
                SignIn.without(request, "redirect_uri"))) {
            gatehouse().anyone().postForm("/dev/authorize", form).expecting(400);
        }
        for (String state : List.of("s".repeat(2_000), "\u00e9".repeat(600), "\r\nX-Injected: 1", "{state}")) {
            gatehouse()
                    .anyone()
                    .postForm("/dev/authorize", SignIn.with(SignIn.with(request, "state", state), "username", "alice"))
                    .expecting(303);
        }
    }

    @Test
    @DisplayName("a client's texts are escaped on the sign-in page")
    default void textsOfClientsAreEscaped() {
        SignIn signIn = SignIn.at(gatehouse());
        Map<String, String> request = SignIn.with(signIn.request(), "client_id", "\"><script>alert(1)</script>");
        Answer page = signIn.page(SignIn.with(request, "state", "'\"><img src=x onerror=alert(1)>"));
        assertThat(page.expecting(200).text()).doesNotContain("<script", "<img");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    private static JWTClaimsSet verified(SignIn signIn, String token) throws ParseException, JOSEException {
        JWKSet keys = JWKSet.parse(signIn.keys().text());
        SignedJWT jwt = SignedJWT.parse(token);
        RSASSAVerifier verifier = new RSASSAVerifier(
                keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey());
        assertThat(jwt.verify(verifier)).as(token).isTrue();
        assertThat(jwt.getJWTClaimsSet().getIssuer())
                .isEqualTo(signIn.metadata().getString("issuer"));
        return jwt.getJWTClaimsSet();
    }
}
