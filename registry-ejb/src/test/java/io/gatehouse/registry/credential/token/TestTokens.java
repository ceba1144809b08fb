package io.gatehouse.registry.credential.token;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.credential.revocation.Revocations;
import io.gatehouse.registry.credential.revocation.TestRevocations;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Tokens over a test's database, wired as in the container. */
public final class TestTokens {

    private TestTokens() {}

    /** Without an observer of revocations. */
    public static AgentTokens ofAgents(TestDatabase database, InstantSource clock) {
        return ofAgents(database, clock, TestRevocations.over(database, clock));
    }

    public static AgentTokens ofAgents(TestDatabase database, InstantSource clock, Revocations revocations) {
        return new AgentTokens(
                new AgentTokenStore(database.entityManager()),
                TestTrail.over(database, clock),
                clock,
                mint(),
                revocations);
    }

    /** Without an observer of revocations. */
    public static HostTokens ofHosts(TestDatabase database, InstantSource clock) {
        return ofHosts(database, clock, TestRevocations.over(database, clock));
    }

    public static HostTokens ofHosts(TestDatabase database, InstantSource clock, Revocations revocations) {
        return new HostTokens(
                new HostTokenStore(database.entityManager()),
                TestTrail.over(database, clock),
                clock,
                mint(),
                revocations);
    }

    public static BootstrapToken bootstrap(Map<String, String> settings) {
        return new BootstrapToken(Settings.of(settings));
    }

    private static TokenMint mint() {
        return new TokenMint(new Ids(), new SecureRandom());
    }
}
