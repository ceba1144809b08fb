package io.gatehouse.registry.token;

import io.gatehouse.domain.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Tokens over a test's database, as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestTokens {

    private TestTokens() {}

    public static AgentTokens ofAgents(TestDatabase database, InstantSource clock) {
        AgentTokens tokens = new AgentTokens();
        tokens.store = new AgentTokenStore();
        tokens.store.entities = database.entityManager();
        tokens.audit = TestTrail.over(database, clock);
        tokens.ids = new Ids();
        tokens.clock = clock;
        tokens.random = new SecureRandom();
        return tokens;
    }
}
