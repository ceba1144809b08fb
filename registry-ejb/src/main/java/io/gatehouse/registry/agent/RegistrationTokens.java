package io.gatehouse.registry.agent;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.credential.token.AgentTokens;
import io.gatehouse.registry.credential.token.MintedToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Mints the token of a registration and lets the earlier ones expire. */
@Dependent
class RegistrationTokens {

    private final AgentTokens tokens;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    RegistrationTokens(AgentTokens tokens, Settings settings, InstantSource clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    MintedToken mint(Agent agent, String actor) {
        tokens.expireBy(agent.id(), clock.instant().plus(settings.registry().tokenOverlap()), actor);
        return tokens.mint(agent, AgentToken.EVERY_SCOPE, null, actor);
    }
}
