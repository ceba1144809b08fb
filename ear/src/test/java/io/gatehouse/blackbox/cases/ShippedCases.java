package io.gatehouse.blackbox.cases;

import static io.gatehouse.blackbox.issuer.IdentityProvider.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.issuer.IdentityProvider;
import io.gatehouse.blackbox.issuer.SigningKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What production deploys: nothing that is for development is in it, and an identity provider's users are served. */
public interface ShippedCases extends Cases {

    SigningKey KEY = SigningKey.rs256("shipped-1");

    /** The settings that name the identity provider. */
    static Map<String, String> trusting(IdentityProvider provider) {
        return Map.of(
                "mp.jwt.verify.issuer", IdentityProvider.ISSUER,
                "mp.jwt.verify.audiences", IdentityProvider.AUDIENCE,
                "mp.jwt.verify.publickey.location", provider.jwksUrl());
    }

    /** Where people reach the deployment, as it is configured. */
    String publicUrl();

    @Test
    @DisplayName("there is no path of the development issuer, and no resource that does nothing")
    default void thereIsNoPathOfTheDevelopmentIssuer() {
        Caller anyone = gatehouse().anyone();
        for (String path : List.of(
                "/dev/.well-known/openid-configuration",
                "/dev/jwks",
                "/dev/authorize",
                "/dev/userinfo",
                "/dev/token",
                "/bench/noop")) {
            anyone.get(path).expectingProblem(404, "not_found");
        }
        for (String path : List.of("/dev/token", "/dev/authorize")) {
            anyone.postForm(path, Map.of("username", "admin")).expectingProblem(404, "not_found");
        }
    }

    @Test
    @DisplayName("no path of the development issuer is described")
    default void noPathOfTheDevelopmentIssuerIsDescribed() {
        assertThat(gatehouse()
                        .anyone()
                        .get("/openapi")
                        .expecting(200)
                        .json()
                        .getJsonObject("paths")
                        .keySet())
                .contains("/api/install")
                .noneMatch(path -> path.startsWith("/dev") || path.startsWith("/bench"));
    }

    @Test
    @DisplayName("a user of the identity provider is served, and one of the development issuer's name is not")
    default void aUserOfTheIdentityProviderIsServed() {
        bearing(claims()).get("/api/me").expecting(200);

        bearing(claims().issuer(publicUrl() + "/dev").audience("gatehouse"))
                .get("/api/me")
                .expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("without a client at a provider nobody signs in with a browser, and the page says so")
    default void nobodySignsInWithABrowser() {
        assertThat(gatehouse().anyone().get("/session/sign-in").expecting(503).header("Location"))
                .isEmpty();
    }

    private Caller bearing(JWTClaimsSet.Builder claims) {
        return gatehouse().bearing(KEY.sign(claims));
    }
}
