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

/** The EAR as it ships: it contains no development parts, and serves the users of an identity provider. */
public interface ShippedCases extends Cases {

    SigningKey KEY = SigningKey.rs256("shipped-1");

    /** The settings that name the identity provider. */
    static Map<String, String> trusting(IdentityProvider provider) {
        return Map.of(
                "mp.jwt.verify.issuer", IdentityProvider.ISSUER,
                "mp.jwt.verify.audiences", IdentityProvider.AUDIENCE,
                "mp.jwt.verify.publickey.location", provider.jwksUrl());
    }

    /** The configured public URL. */
    String publicUrl();

    @Test
    @DisplayName("the paths of the development issuer and of the benchmarks' baseline do not exist")
    default void thePathsOfTheDevelopmentPartsDoNotExist() {
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
    @DisplayName("the OpenAPI document has no paths of the development parts")
    default void theOpenApiDocumentHasNoPathsOfTheDevelopmentParts() {
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
    @DisplayName("a user of the identity provider is accepted, and one in the name of the development issuer is not")
    default void onlyUsersOfTheIdentityProviderAreAccepted() {
        bearing(claims()).get("/api/me").expecting(200);

        bearing(claims().issuer(publicUrl() + "/dev").audience("gatehouse"))
                .get("/api/me")
                .expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("without a configured client, signing in with a browser is not possible, and the page says so")
    default void signingInWithABrowserIsNotPossible() {
        assertThat(gatehouse().anyone().get("/session/sign-in").expecting(503).header("Location"))
                .isEmpty();
    }

    private Caller bearing(JWTClaimsSet.Builder claims) {
        return gatehouse().bearing(KEY.sign(claims));
    }
}
