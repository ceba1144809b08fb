package io.gatehouse.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenDetails;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import jakarta.security.enterprise.CallerPrincipal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenVisibilityTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private final UUID agentId = UUID.randomUUID();
    private final AgentAccess agent = agent(agentId);
    private final TokenDetails ofAgent = details(agent, "web1");
    private final TokenDetails ofHost = details(host("web1", "bridge"), "web1");
    private final TokenDetails ofAnotherHost = details(host("web2", "bridge"), "web2");
    private final TokenDetails ofAnotherAgent = details(agent(UUID.randomUUID()), "web2");
    private final TokenDetails ofANeighbour = details(agent(UUID.randomUUID()), "web1");
    private final TokenDetails ofAnotherTenantsAgent =
            new TokenDetails(agent(UUID.randomUUID()), UUID.randomUUID(), "web3", Instant.EPOCH, null);

    @Test
    void administratorsInspectAndRevokeAllTokens() {
        Caller admin = caller(Roles.ADMIN, null, null);
        for (TokenDetails token : all()) {
            assertThat(TokenVisibility.mayInspect(admin, token)).isTrue();
            assertThat(TokenVisibility.mayRevoke(admin, token)).isTrue();
        }
    }

    @Test
    void aHostInspectsAndRevokesItsOwnTokensAndThoseOfItsAgents() {
        expect(caller(Roles.HOST, host("web1", "bridge"), null), Set.of(ofAgent, ofHost, ofANeighbour), true);
        expect(
                caller(Roles.HOST, host("*", "bridge"), null),
                Set.of(ofAgent, ofHost, ofANeighbour, ofAnotherAgent, ofAnotherHost),
                true);
    }

    @Test
    void tokensOfAnotherOrganizationAreHiddenFromAHostOfTheSameName() {
        HostAccess namesake = new HostAccess(UUID.randomUUID(), UUID.randomUUID(), "web3", Set.of("bridge"));

        assertThat(TokenVisibility.mayInspect(caller(Roles.HOST, namesake, null), ofAnotherTenantsAgent))
                .isFalse();
        assertThat(TokenVisibility.mayRevoke(caller(Roles.HOST, namesake, null), ofAnotherTenantsAgent))
                .isFalse();
    }

    @Test
    void withoutTheScopeBridgeAHostReachesOnlyTheTokenThatItPresents() {
        HostAccess without = host("web1", "other");
        Caller caller = caller(Roles.HOST, without, null);

        expect(caller, Set.of(), true);
        assertThat(TokenVisibility.mayInspect(caller, details(without, "web1"))).isTrue();
        assertThat(TokenVisibility.mayRevoke(caller, details(without, "web1"))).isTrue();
    }

    @Test
    void aGatewayInspectsTokensOfAgentsAndRevokesNone() {
        expect(
                caller(Roles.GATEWAY, null, null),
                Set.of(ofAgent, ofANeighbour, ofAnotherAgent, ofAnotherTenantsAgent),
                false);
    }

    @Test
    void anAgentInspectsAndRevokesOnlyItsOwnTokens() {
        expect(caller(Roles.AGENT, agent(agentId), null), Set.of(ofAgent), true);
    }

    @Test
    void anAgentWithAJwtRevokesNothing() {
        AgentIssuer issuer = TestIssuer.of(
                Settings.of(Map.of("gatehouse.public-url", "https://g.example.com")), () -> Instant.EPOCH);
        VerifiedToken jwt = issuer.verify(TestIssuer.jwt(issuer, OneToken.ofAgent(null, "send"), "send"))
                .orElseThrow();
        Caller caller = caller(Roles.AGENT, agent(agentId), jwt);

        expect(caller, Set.of(ofAgent), false);
    }

    @Test
    void aUserInspectsNothing() {
        expect(caller(Roles.USER, null, null), Set.of(), false);
    }

    private TokenDetails[] all() {
        return new TokenDetails[] {ofAgent, ofHost, ofANeighbour, ofAnotherAgent, ofAnotherHost, ofAnotherTenantsAgent};
    }

    private void expect(Caller caller, Set<TokenDetails> seen, boolean ends) {
        for (TokenDetails token : all()) {
            assertThat(TokenVisibility.mayInspect(caller, token))
                    .as(token.toString())
                    .isEqualTo(seen.contains(token));
            assertThat(TokenVisibility.mayRevoke(caller, token))
                    .as(token.toString())
                    .isEqualTo(ends && seen.contains(token));
        }
    }

    private static Caller caller(String role, @Nullable TokenCheck access, @Nullable VerifiedToken jwt) {
        return new Caller("c", new CallerPrincipal("c"), Set.of(role), null, jwt, access);
    }

    private static AgentAccess agent(UUID agentId) {
        return new AgentAccess(UUID.randomUUID(), agentId, "@agent:example", Set.of("send"));
    }

    private static HostAccess host(String name, String scope) {
        return new HostAccess(UUID.randomUUID(), ORGANIZATION, name, Set.of(scope));
    }

    private static TokenDetails details(TokenCheck access, String host) {
        return new TokenDetails(access, ORGANIZATION, host, Instant.EPOCH, null);
    }
}
