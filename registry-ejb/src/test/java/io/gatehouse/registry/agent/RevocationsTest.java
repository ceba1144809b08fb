package io.gatehouse.registry.agent;

import static io.gatehouse.contract.registry.AgentStatus.ACTIVE;
import static io.gatehouse.contract.registry.AgentStatus.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.contract.registry.HeartbeatResult.GenerationRetired;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.RevocationResult;
import io.gatehouse.contract.registry.RevocationResult.Revoked;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class RevocationsTest {

    private final SetClock clock = SetClock.some();
    private final TestDatabase database;
    private final TestRegistry registry;
    private final CallingHost host;

    RevocationsTest(TestDatabase database) {
        this.database = database;
        this.registry = new TestRegistry(database, clock);
        this.host = registry.newHost();
    }

    @Test
    void aRevokedAgentHasNoTokensAndIsRetiredUntilItRegistersAgain() {
        registry.registered(host, "echo");
        Registered second = registry.registered(host, "echo");
        assertThat(agent().activeTokens()).isEqualTo(2);

        assertThat(revoke(host, "echo", null)).isEqualTo(new Revoked(2));
        assertThat(agent()).satisfies(echo -> {
            assertThat(echo.status()).isEqualTo(RETIRED);
            assertThat(echo.activeTokens()).isZero();
            assertThat(echo.leaseExpiresAt()).isNull();
        });
        assertThat(registry.heartbeat(host, second.generation())).isInstanceOf(GenerationRetired.class);
        assertThat(revoke(host, "echo", null)).isEqualTo(new Revoked(0));

        registry.registered(host, "echo");
        assertThat(agent().status()).isEqualTo(ACTIVE);
        assertThat(agent().activeTokens()).isEqualTo(1);
    }

    @Test
    void anOldGenerationDoesNotRevokeItsSuccessor() {
        Registered old = registry.registered(host, "echo");
        Registered successor = registry.registered(host, "echo");

        assertThat(revoke(host, "echo", old.generation())).isEqualTo(new Revoked(0));
        assertThat(agent().status()).isEqualTo(ACTIVE);
        assertThat(revoke(host, "echo", successor.generation())).isEqualTo(new Revoked(2));
        assertThat(agent().status()).isEqualTo(RETIRED);
    }

    @Test
    void revokingOneTokenLeavesTheAgentActive() {
        Registered first = registry.registered(host, "echo");
        Registered second = registry.registered(host, "echo");
        registry.registered(host, "other");

        assertThat(revokeToken(host, "other", second.tokenId())).isEqualTo(new Revoked(0));
        assertThat(revokeToken(host, "echo", first.tokenId())).isEqualTo(new Revoked(1));
        assertThat(revokeToken(host, "echo", first.tokenId())).isEqualTo(new Revoked(0));
        assertThat(database.tx(() -> registry.revocations().revokeToken(host, second.agentUserId(), second.tokenId())))
                .isEqualTo(new Revoked(1));
        assertThat(agent().status()).isEqualTo(ACTIVE);
        assertThat(agent().activeTokens()).isZero();
    }

    @Test
    void anAgentIsRevokedByUserIdToo() {
        Registered echo = registry.registered(host, "echo");
        assertThat(revoke(host, echo.agentUserId())).isEqualTo(new Revoked(1));
        assertThat(agent().status()).isEqualTo(RETIRED);
    }

    @Test
    void revokingAnUnknownAgentOrTokenRevokesNothing() {
        assertThat(revoke(host, "none", null)).isEqualTo(new Revoked(0));
        assertThat(revokeToken(host, "none", registry.ids.next())).isEqualTo(new Revoked(0));
        assertThat(revoke(host, new AgentUserId("@agent-none:localhost"))).isEqualTo(new Revoked(0));
        assertThat(registry.host("no-such-host")).isEmpty();
        assertThat(database.tx(() -> registry.revocations()
                        .revoke(TestRegistry.EVERY_HOST, new AgentName("echo", "no-such-host"), null)))
                .isEqualTo(new Revoked(0));
        assertThat(registry.host("no-such-host")).isEmpty();
    }

    @Test
    void aSiblingHostIsAMismatchAndAnotherTenantsAgentIsUnknown() {
        Registered echo = registry.registered(host, "echo");
        UUID organization = registry.host(host.name()).orElseThrow().organizationId();
        CallingHost sibling = registry.newHost(organization, TestRegistry.newName());
        CallingHost stranger = registry.newHost();

        assertThat(revoke(sibling, echo.agentUserId())).isInstanceOf(HostMismatch.class);
        assertThat(revoke(stranger, echo.agentUserId())).isEqualTo(new Revoked(0));
        assertThat(revoke(TestRegistry.EVERY_HOST, echo.agentUserId())).isEqualTo(new Revoked(0));
        AgentName name = new AgentName("echo", host.name());
        assertThat(database.tx(() -> registry.revocations().revoke(stranger, name, null)))
                .isInstanceOf(HostMismatch.class);
        assertThat(database.tx(() -> registry.revocations().revokeToken(stranger, name, echo.tokenId())))
                .isInstanceOf(HostMismatch.class);
        assertThat(database.tx(() -> registry.revocations().revokeToken(TestRegistry.EVERY_HOST, name, echo.tokenId())))
                .isEqualTo(new Revoked(0));
        assertThat(agent().status()).isEqualTo(ACTIVE);
        assertThat(agent().activeTokens()).isEqualTo(1);
    }

    @Test
    void ofConcurrentRegistrationsAndRevocationsTheLastCounts() {
        for (int round = 0; round < 5; round++) {
            registry.registered(host, "echo");
            Crowd.of(12, number -> number % 2 == 0 ? registry.registered(host, "echo") : revoke(host, "echo", null));

            assertThat(agent())
                    .matches(
                            echo -> (echo.status() == ACTIVE) == (echo.activeTokens() > 0),
                            "active exactly if it has tokens");
            assertThat(registry.events(host)).isPositive();
        }
    }

    private Entry agent() {
        return registry.list(host, null).stream()
                .filter(entry -> entry.name().alias().equals("echo"))
                .findFirst()
                .orElseThrow();
    }

    private RevocationResult revoke(CallingHost caller, String alias, @Nullable Long generation) {
        return database.tx(
                () -> registry.revocations().revoke(caller, new AgentName(alias, caller.name()), generation));
    }

    private RevocationResult revoke(CallingHost caller, AgentUserId userId) {
        return database.tx(() -> registry.revocations().revoke(caller, userId, null));
    }

    private RevocationResult revokeToken(CallingHost caller, String alias, UUID tokenId) {
        return database.tx(
                () -> registry.revocations().revokeToken(caller, new AgentName(alias, caller.name()), tokenId));
    }
}
