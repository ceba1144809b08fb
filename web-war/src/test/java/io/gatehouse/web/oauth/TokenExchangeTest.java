package io.gatehouse.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.oauth.TokenExchange.Result;
import io.gatehouse.web.oauth.TokenExchange.Result.Issued;
import io.gatehouse.web.oauth.TokenExchange.Result.Refused;
import io.gatehouse.web.oauth.TokenExchange.Result.Unacceptable;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenExchangeTest {

    private static final String ISSUER = "https://gatehouse.example.com";
    private static final String SERVICE = "https://service.example.com";
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final AtomicReference<Instant> now = new AtomicReference<>(START.plusMillis(400));
    private final AgentIssuer issuer = TestIssuer.of(
            Settings.of(Map.of("gatehouse.public-url", ISSUER, "gatehouse.oauth.audiences", SERVICE)), now::get);

    @Test
    void theJwtNamesTheAgentForFiveMinutesWithAllItsScopes() throws ParseException {
        OneToken token = OneToken.ofAgent(null, "type", "send");
        Issued issued = issued(exchange(token, null));

        assertThat(issued.lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(issued.type()).isEqualTo(ACCESS_TOKEN);
        JWTClaimsSet claims = SignedJWT.parse(issued.jwt()).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getAudience()).containsExactly(ISSUER);
        assertThat(claims.getSubject()).isEqualTo(OneToken.AGENT).isEqualTo(claims.getStringClaim("upn"));
        assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("agent"));
        assertThat(claims.getStringClaim("scope")).isEqualTo("send type");
        assertThat(claims.getJWTID()).isNotEmpty();
        assertThat(claims.getIssueTime()).isEqualTo(START);
        assertThat(claims.getExpirationTime()).isEqualTo(START.plusSeconds(300));
        assertThat(issuer.verify(issued.jwt()))
                .get()
                .extracting(issuer::tokenIdOf)
                .isEqualTo(token.id());
    }

    @Test
    void theJwtDoesNotOutliveTheToken() {
        OneToken token = OneToken.ofAgent(START.plusSeconds(90), "send");

        assertThat(issued(exchange(token, null)).lifetime()).isEqualTo(Duration.ofSeconds(90));
        now.set(START.plusSeconds(89).plusMillis(999));
        assertThat(issued(exchange(token, null)).lifetime()).isEqualTo(Duration.ofSeconds(1));
        now.set(START.plusSeconds(90));
        assertThat(exchange(token, null)).isInstanceOf(Unacceptable.class);
    }

    @Test
    void fewerScopesAreGrantedAndMoreAreRefused() {
        OneToken token = OneToken.ofAgent(null, "send", "type");

        assertThat(issued(exchange(token, Set.of("type"))).scopes()).containsExactly("type");
        for (Set<String> more : List.of(Set.of("receive"), Set.of("send", "receive"), Set.of("bridge"), Set.of(""))) {
            assertThat(exchange(token, more)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                            refused.error().error())
                    .isEqualTo("invalid_scope"));
        }
    }

    @Test
    void onlyConfiguredAudiencesAreAccepted() throws ParseException {
        OneToken token = OneToken.ofAgent(null, "send");

        Issued issued = issued(exchange(token, null, SERVICE, ISSUER));
        assertThat(SignedJWT.parse(issued.jwt()).getJWTClaimsSet().getAudience())
                .containsExactlyInAnyOrder(SERVICE, ISSUER);
        for (String other : List.of("https://evil.example.com", SERVICE + "/", "HTTPS://service.example.com")) {
            assertThat(exchange(token, null, SERVICE, other))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.error().error()).isEqualTo("invalid_target"));
        }
    }

    @Test
    void onlyValidTokensOfAgentsAreExchanged() {
        OneToken ended = OneToken.ofAgent(null, "send");
        ended.end();

        assertThat(exchange(ended, null)).isInstanceOf(Unacceptable.class);
        assertThat(exchange(OneToken.ofHost(), null)).isInstanceOf(Unacceptable.class);
        OneToken token = OneToken.ofAgent(null, "send");
        String jwt = issued(exchange(token, null)).jwt();
        assertThat(TestIssuer.exchange(issuer, token).exchange(new ExchangeRequest(jwt, null, Set.of(), ACCESS_TOKEN)))
                .as("a JWT is exchanged for nothing")
                .isInstanceOf(Unacceptable.class);
    }

    @Test
    void issuedTokensAreNotPrinted() {
        Issued issued = issued(exchange(OneToken.ofAgent(null, "send"), null));

        assertThat(issued.toString() + TokenAnswer.from(issued))
                .doesNotContain(issued.jwt().substring(0, 8));
    }

    private Result exchange(OneToken token, @Nullable Set<String> scopes, String... audiences) {
        return TestIssuer.exchange(issuer, token)
                .exchange(new ExchangeRequest(OneToken.TEXT, scopes, Set.of(audiences), ACCESS_TOKEN));
    }

    private static Issued issued(Result result) {
        assertThat(result).isInstanceOf(Issued.class);
        return (Issued) result;
    }
}
