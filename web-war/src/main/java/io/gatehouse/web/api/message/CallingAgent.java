package io.gatehouse.web.api.message;

import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.AgentSenders;
import io.gatehouse.contract.message.HostedAgent;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.CurrentCaller;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides as which agent a call acts: an agent's as itself, a host's as an agent that runs on it, and a token for every
 * host as any agent of its organization. Agents of other organizations are unknown to it.
 */
@ApplicationScoped
class CallingAgent {

    @Inject
    CurrentCaller caller;

    @Inject
    AgentSenders speakers;

    /**
     * @param named the {@code agent_user_id} of the call; required from hosts
     * @throws ProblemException if the caller may not act as that agent
     */
    ActingAgent of(@Nullable String named) {
        Caller calling = caller.get();
        if (calling != null && calling.access() instanceof AgentAccess agent) {
            if (named != null && !named.equals(agent.agentUserId())) {
                throw refusal(ProblemType.NOT_OWN_AGENT, "This token acts as " + agent.agentUserId() + " only.");
            }
            VerifiedToken jwt = calling.token();
            return new ActingAgent(itself(agent), agent.tokenId(), jwt == null ? null : jwt.expiry());
        }
        if (calling != null && calling.access() instanceof HostAccess host) {
            return new ActingAgent(named(host, named), host.tokenId(), null);
        }
        throw new IllegalStateException(
                "the caller is neither a host nor an agent: the resource lacks its @RolesAllowed");
    }

    private static AgentSender itself(AgentAccess agent) {
        return new AgentSender(agent.agentId(), new AgentUserId(agent.agentUserId()));
    }

    private AgentSender named(HostAccess host, @Nullable String named) {
        if (named == null || named.isBlank()) {
            throw new ProblemException(new Problem(
                    ProblemType.INVALID_BODY,
                    "A host says for which agent it calls.",
                    List.of(new Problem.Fault("/agent_user_id", "is missing")),
                    null));
        }
        HostedAgent agent = speakers.find(named)
                .filter(found -> found.organizationId().equals(host.organizationId()))
                .orElseThrow(() -> refusal(ProblemType.UNKNOWN_AGENT, "No agent of that user id is registered."));
        if (!host.reaches(agent.organizationId(), agent.host())) {
            throw refusal(ProblemType.HOST_MISMATCH, "That agent does not run on the host " + host.host() + ".");
        }
        return agent.speaker();
    }

    private static ProblemException refusal(ProblemType type, String why) {
        return new ProblemException(Problem.of(type, why));
    }
}
