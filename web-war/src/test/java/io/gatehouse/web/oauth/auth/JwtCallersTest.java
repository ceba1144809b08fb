package io.gatehouse.web.oauth.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.oauth.AgentIssuer;
import io.gatehouse.web.oauth.OneToken;
import io.gatehouse.web.oauth.TestIssuer;
import io.gatehouse.web.oauth.jwt.IssuerKeys;
import io.gatehouse.web.oauth.jwt.JwtVerifier;
import io.gatehouse.web.oauth.jwt.TrustedIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JwtCallersTest {

    private static final String ISSUER = "https://idp.example.com";
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final RSAKey KEY = key();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicInteger verifications = new AtomicInteger();
    private final OneToken agentToken = OneToken.ofAgent(null, "send", "type");
    private final AgentIssuer agentIssuer =
            TestIssuer.of(Settings.of(Map.of("gatehouse.public-url", "https://gatehouse.example.com")), now::get);
    private final JwtCallers callers = callers();

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("UnnecessaryAssignment") // injects what the container otherwise would
    private JwtCallers callers() {
        IssuerKeys keys = header -> {
            verifications.incrementAndGet();
            return List.of(KEY.toPublicJWK());
        };
        JwtCallers made = new JwtCallers();
        made.clock = now::get;
        made.verifier = new JwtVerifier(
                List.of(
                        new TrustedIssuer(ISSUER, Set.of(), TrustedIssuer.ALGORITHMS, keys, Duration.ZERO, null),
                        agentIssuer.trusted()),
                now::get);
        made.scoped = new ScopedCallers();
        made.scoped.tokens = agentToken;
        made.scoped.issuer = agentIssuer;
        return made;
    }

    private static String token(String scope, String... groups) {
        return sign(claims(scope, groups));
    }

    private static JWTClaimsSet.Builder claims(String scope, String... groups) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("u")
                .issueTime(Date.from(START))
                .expirationTime(Date.from(START.plusSeconds(60)))
                .claim("scope", scope)
                .claim("groups", List.of(groups))
                .claim("email", "u@example.com")
                .claim("email_verified", "true");
    }

    private static String sign(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims.build());
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Caller admitted(String token) {
        Verdict verdict = callers.verify(token, TokenDigest.of(token));
        assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
        return ((Verdict.Admitted) verdict).caller();
    }

    @Test
    void groupsGrantOnlyTheAdministratorRole() {
        assertThat(admitted(token("", "gatehouse-admin")).roles()).containsExactlyInAnyOrder("user", "gatehouse-admin");
        assertThat(admitted(token("", "/gatehouse-admin")).roles()).contains("gatehouse-admin");
        for (String other : List.of("/x/gatehouse-admin", "//gatehouse-admin", "gatehouse-admin/", "Gatehouse-Admin")) {
            assertThat(admitted(token("", other)).roles()).as(other).containsExactly("user");
        }
        assertThat(admitted(token("", "host", "agent", "gateway", "user", "root"))
                        .roles())
                .containsExactly("user");
    }

    @Test
    void theGatewayScopeGrantsTheGatewayRole() {
        assertThat(admitted(token("openid chat:claim")).roles()).containsExactlyInAnyOrder("user", "gateway");
        assertThat(admitted(token("chat:claims xchat:claim gatehouse-admin")).roles())
                .containsExactly("user");
        assertThat(admitted(token("chat:claim chat:claim")).roles()).contains("gateway");
    }

    @Test
    void theUserIsTakenFromTheClaims() {
        Caller caller = admitted(token(""));
        assertThat(caller.user()).isNotNull().satisfies(user -> {
            assertThat(user.subject()).isEqualTo("u");
            assertThat(user.email()).isEqualTo("u@example.com");
            assertThat(user.emailVerified()).isTrue();
        });
        assertThat(caller.id()).startsWith("user:");
    }

    @Test
    void aVerifiedTokenIsCachedButNeverPastItsExpiry() {
        String token = token("");
        TokenDigest digest = TokenDigest.of(token);
        assertThat(callers.cached(digest)).isNull();
        admitted(token);
        assertThat(callers.cached(digest)).isNotNull();
        assertThat(verifications).hasValue(1);
        now.set(START.plusSeconds(60));
        assertThat(callers.cached(digest)).isNull();
        assertThat(callers.verify(token, digest)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anExchangedJwtAuthenticatesTheAgentWithTheScopesOfTheJwt() {
        Caller caller = admitted(TestIssuer.jwt(agentIssuer, agentToken, "type"));

        assertThat(caller.roles()).containsExactly("agent");
        assertThat(caller.user()).isNull();
        assertThat(caller.access()).isInstanceOfSatisfying(AgentAccess.class, agent -> {
            assertThat(agent.tokenId()).isEqualTo(agentToken.id());
            assertThat(agent.agentUserId()).isEqualTo(OneToken.AGENT);
            assertThat(agent.scopes()).containsExactly("type");
        });
    }

    @Test
    void aCachedExchangedJwtEndsWithItsOpaqueToken() {
        String jwt = TestIssuer.jwt(agentIssuer, agentToken, "type");
        TokenDigest digest = TokenDigest.of(jwt);
        admitted(jwt);
        assertThat(callers.cached(digest)).isNotNull();

        agentToken.end();

        assertThat(callers.cached(digest)).isNull();
        assertThat(callers.verify(jwt, digest)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aJwtOfAnotherIssuerIsAlwaysAUser() {
        Caller caller = admitted(sign(claims("type", "agent")
                .subject(OneToken.AGENT)
                .claim("upn", OneToken.AGENT)
                .claim("token_id", agentToken.id().toString())));

        assertThat(caller.roles()).containsExactly("user");
        assertThat(caller.access()).isNull();
    }

    @Test
    void aJwtInOurNameSignedByAnotherKeyIsRefused() {
        String forged = sign(claims("type", "agent")
                .issuer("https://gatehouse.example.com")
                .audience("https://gatehouse.example.com")
                .subject(OneToken.AGENT)
                .claim("token_id", agentToken.id().toString()));

        assertThat(callers.verify(forged, TokenDigest.of(forged))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void refusedTokensAreNotCached() {
        String forged = token("") + "x";
        assertThat(callers.verify(forged, TokenDigest.of(forged))).isInstanceOf(Verdict.Refused.class);
        assertThat(callers.cached(TokenDigest.of(forged))).isNull();
    }
}
