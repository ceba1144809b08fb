package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.WildFly;
import io.gatehouse.blackbox.service.GreetingResource;
import io.gatehouse.blackbox.service.ServiceApplication;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A service on WildFly without any code of ours: it knows the issuer's name, the URL of its keys, and its own audience.
 */
@ArquillianTest
@DisplayName("an exchanged JWT at a service protected by WildFly's own MicroProfile JWT")
class MicroProfileJwtIT {

    private static final String SERVICE = "https://service.example.com";

    /** How long an agent's token, and a JWT exchanged for it, remain valid after the agent has registered again. */
    private static final Duration OVERLAP = Duration.ofSeconds(6);

    @RegisterExtension
    static final MicroProcess gatehouse = new MicroProcess()
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .with("gatehouse.token.overlap", OVERLAP.toString())
            .with("gatehouse.oauth.audiences", SERVICE);

    @Deployment(testable = false)
    static WebArchive service() {
        return ShrinkWrap.create(WebArchive.class, "service.war")
                .addClasses(ServiceApplication.class, GreetingResource.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                // Without this line WildFly does not check roles of JAX-RS resources.
                .addAsWebInfResource(
                        new StringAsset("<web-app version=\"6.0\"><context-param>"
                                + "<param-name>resteasy.role.based.security</param-name>"
                                + "<param-value>true</param-value></context-param></web-app>"),
                        "web.xml")
                // SmallRye treats 0 seconds as its default of 60.
                .addAsResource(
                        new StringAsset("mp.jwt.verify.issuer=" + issuer()
                                + "\nmp.jwt.verify.publickey.location=" + issuer() + "/oauth2/jwks"
                                + "\nmp.jwt.verify.audiences=" + SERVICE
                                + "\nmp.jwt.verify.clock.skew=1\n"),
                        "META-INF/microprofile-config.properties");
    }

    @Test
    @DisplayName("is accepted with the agent's name, its groups and its scope")
    void isAccepted() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse.gatehouse());

        Answer answer = greeting(exchanged(agent, Map.of("audience", SERVICE, "scope", "send")));

        assertThat(answer.expecting(200).text()).isEqualTo(agent.userId() + " [agent] of " + issuer() + " may send");
    }

    @Test
    @DisplayName("is refused for another audience, as is the token that it was exchanged for")
    void isRefusedForAnotherAudience() {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse.gatehouse());

        greeting(exchanged(agent, Map.of())).expecting(401);
        greeting(agent.token()).expecting(401);
    }

    @Test
    @DisplayName("is refused if it was changed, or signed with another key of the same name")
    void isRefusedWhereItWasTamperedWith() throws ParseException, JOSEException {
        SignedJWT genuine =
                SignedJWT.parse(exchanged(RegisteredAgent.at(gatehouse.gatehouse()), Map.of("audience", SERVICE)));
        JWTClaimsSet more = new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())
                .claim("scope", "gatehouse-admin")
                .build();
        SignedJWT forged = new SignedJWT(genuine.getHeader(), genuine.getJWTClaimsSet());
        forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        greeting(genuine.getParsedParts()[0] + "." + more.toPayload().toBase64URL() + "." + genuine.getSignature())
                .expecting(401);
        greeting(forged.serialize()).expecting(401);
        greeting(new PlainJWT(genuine.getJWTClaimsSet()).serialize()).expecting(401);
        greeting(genuine.serialize()).expecting(200);
    }

    @Test
    @DisplayName(
            "is accepted until it expires, which is no later than the token that it was exchanged for, and then refused")
    void isRefusedWhenItHasExpired() throws ParseException {
        RegisteredAgent agent = RegisteredAgent.at(gatehouse.gatehouse());
        String lasting = exchanged(agent, Map.of("audience", SERVICE));
        greeting(lasting).expecting(200);

        agent.registerAgain();
        String jwt = exchanged(agent, Map.of("audience", SERVICE));
        Instant end = SignedJWT.parse(jwt).getJWTClaimsSet().getExpirationTime().toInstant();
        assertThat(end).isBefore(Instant.now().plus(OVERLAP));

        Awaitility.await("the end of the JWT").atMost(OVERLAP.plusSeconds(10)).until(() -> {
            Answer answer = greeting(jwt);
            return answer.expecting(Instant.now().isBefore(end) ? 200 : answer.status())
                            .status()
                    == 401;
        });
        assertThat(Instant.now()).isAfterOrEqualTo(end);
        greeting(lasting).expecting(200);
    }

    private static String issuer() {
        return gatehouse.gatehouse().baseUri().toString();
    }

    private static String exchanged(RegisteredAgent agent, Map<String, String> fields) {
        return gatehouse
                .gatehouse()
                .anyone()
                .exchange(agent.token(), fields)
                .expecting(200)
                .json()
                .getString("access_token");
    }

    private static Answer greeting(String token) {
        return WildFly.gatehouse().bearing(token).get("/service/greeting");
    }
}
