package io.gatehouse.registry.token;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.registry.revocation.Revocations;
import io.gatehouse.registry.revocation.TestRevocations;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Tokens over a test's database, as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestTokens {

    private TestTokens() {}

    /** Nobody is told of revocations. */
    public static AgentTokens ofAgents(TestDatabase database, InstantSource clock) {
        return ofAgents(database, clock, TestRevocations.over(database, clock));
    }

    public static AgentTokens ofAgents(TestDatabase database, InstantSource clock, Revocations revocations) {
        AgentTokens tokens = new AgentTokens();
        tokens.store = new AgentTokenStore();
        tokens.store.entities = database.entityManager();
        tokens.audit = TestTrail.over(database, clock);
        tokens.mint = mint();
        tokens.clock = clock;
        tokens.revocations = revocations;
        return tokens;
    }

    /** Nobody is told of revocations. */
    public static HostTokens ofHosts(TestDatabase database, InstantSource clock) {
        return ofHosts(database, clock, TestRevocations.over(database, clock));
    }

    public static HostTokens ofHosts(TestDatabase database, InstantSource clock, Revocations revocations) {
        HostTokens tokens = new HostTokens();
        tokens.store = new HostTokenStore();
        tokens.store.entities = database.entityManager();
        tokens.audit = TestTrail.over(database, clock);
        tokens.mint = mint();
        tokens.clock = clock;
        tokens.revocations = revocations;
        return tokens;
    }

    public static BootstrapToken bootstrap(Map<String, String> settings) {
        BootstrapToken bootstrap = new BootstrapToken();
        bootstrap.settings = Settings.of(settings);
        bootstrap.read();
        return bootstrap;
    }

    private static TokenMint mint() {
        TokenMint mint = new TokenMint();
        mint.ids = new Ids();
        mint.random = new SecureRandom();
        return mint;
    }
}
