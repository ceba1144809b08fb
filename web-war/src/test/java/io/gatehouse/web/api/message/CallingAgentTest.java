package io.gatehouse.web.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.HostedAgent;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // injects what the container otherwise would
class CallingAgentTest {

    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();

    private final HostedAgent echo = agent("echo", OURS, "web1");
    private final HostedAgent sibling = agent("sibling", OURS, "web2");
    private final HostedAgent stranger = agent("stranger", THEIRS, "web3");

    @Test
    void aHostActsAsTheAgentsThatRunOnIt() {
        assertThat(speaker(host(OURS, "web1"), echo)).isEqualTo(echo.speaker());
        assertThat(refusal(host(OURS, "web1"), sibling)).isEqualTo(ProblemType.HOST_MISMATCH);
    }

    @Test
    void aTokenForEveryHostActsAsAgentsOfItsOrganization() {
        assertThat(speaker(host(OURS, "*"), echo)).isEqualTo(echo.speaker());
        assertThat(speaker(host(OURS, "*"), sibling)).isEqualTo(sibling.speaker());
    }

    @Test
    void agentsOfOtherOrganizationsAreUnknownToEveryHost() {
        for (String name : new String[] {"*", "web1", "web3"}) {
            assertThat(refusal(host(OURS, name), stranger)).as(name).isEqualTo(ProblemType.UNKNOWN_AGENT);
        }
        assertThat(refusal(host(THEIRS, "*"), echo)).isEqualTo(ProblemType.UNKNOWN_AGENT);
    }

    @Test
    void aHostMustNameAnAgent() {
        assertThat(refusal(host(OURS, "*"), null)).isEqualTo(ProblemType.INVALID_BODY);
    }

    @Test
    void anAgentActsOnlyAsItself() {
        AgentAccess access = new AgentAccess(
                UUID.randomUUID(),
                echo.speaker().agentId(),
                echo.speaker().userId().value(),
                Set.of("send"));
        assertThat(speaker(access, null)).isEqualTo(echo.speaker());
        assertThat(speaker(access, echo)).isEqualTo(echo.speaker());
        assertThat(refusal(access, sibling)).isEqualTo(ProblemType.NOT_OWN_AGENT);
    }

    private AgentSender speaker(TokenCheck access, @Nullable HostedAgent named) {
        return calling(access).of(named == null ? null : userId(named)).speaker();
    }

    private ProblemType refusal(TokenCheck access, @Nullable HostedAgent named) {
        return catchThrowableOfType(ProblemException.class, () -> speaker(access, named))
                .problem()
                .type();
    }

    private CallingAgent calling(TokenCheck access) {
        Map<String, HostedAgent> registered = Map.of(
                userId(echo), echo,
                userId(sibling), sibling,
                userId(stranger), stranger);
        CallingAgent calling = new CallingAgent();
        calling.speakers = userId -> Optional.ofNullable(registered.get(userId));
        calling.caller = new CurrentCaller() {
            @Override
            public Caller get() {
                return new Caller("c", new CallerPrincipal("c"), Set.of(Roles.HOST), null, null, access);
            }
        };
        return calling;
    }

    private static HostAccess host(UUID organization, String name) {
        return new HostAccess(UUID.randomUUID(), organization, name, Set.of("bridge"));
    }

    private static HostedAgent agent(String alias, UUID organization, String host) {
        AgentUserId userId = new AgentUserId("@agent-" + alias + "-" + host + ":test");
        return new HostedAgent(new AgentSender(UUID.randomUUID(), userId), organization, host);
    }

    private static String userId(HostedAgent agent) {
        return agent.speaker().userId().value();
    }
}
