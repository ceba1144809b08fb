package io.gatehouse.registry.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.HostRefusal.UnknownHost;
import io.gatehouse.contract.registry.RegistrationResult;
import io.gatehouse.contract.registry.RegistrationResult.NameTooLong;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.RegistrationResult.Unavailable;
import io.gatehouse.contract.registry.RegistrationResult.UserIdTaken;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.Succession;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class RegistrationsTest {

    private final SetClock clock = SetClock.some();
    private final TestRegistry registry;

    RegistrationsTest(TestDatabase database) {
        this.registry = new TestRegistry(database, clock);
    }

    @Test
    void registeringAgainKeepsTheIdentityAndRaisesTheGeneration() {
        CallingHost host = registry.newHost();
        Registered first = registry.registered(host, "echo");
        Registered second = registry.registered(host, "echo");

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.agentUserId()).isEqualTo(first.agentUserId());
        assertThat(second.generation()).isGreaterThan(first.generation());
        assertThat(second.bridgeToken()).isNotEqualTo(first.bridgeToken());
        assertThat(first.leaseExpiresAt()).isEqualTo(clock.instant().plusSeconds(60));
    }

    @Test
    void concurrentRegistrationsAreOneAgentWithAGenerationEach() {
        String host = TestRegistry.newName();
        List<RegistrationResult> results =
                Crowd.of(64, number -> registry.register(TestRegistry.EVERY_HOST, "echo", host));

        assertThat(results).allMatch(Registered.class::isInstance);
        assertThat(results)
                .filteredOn(result -> ((Registered) result).created())
                .hasSize(1);
        assertThat(results)
                .extracting(result -> ((Registered) result).agentUserId())
                .containsOnly(new AgentUserId("@agent-echo-" + host + ":localhost"));
        assertThat(results)
                .extracting(result -> ((Registered) result).generation())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 64).boxed().toList());
    }

    @Test
    void aSecondNameWithTheSameUserIdIsRefused() {
        String end = TestRegistry.newName();
        assertThat(registry.register(TestRegistry.EVERY_HOST, "a-b", end)).isInstanceOf(Registered.class);
        assertThat(registry.register(TestRegistry.EVERY_HOST, "a", "b-" + end)).isInstanceOf(UserIdTaken.class);
        assertThat(registry.register(TestRegistry.EVERY_HOST, "a-b", end)).isInstanceOf(Registered.class);
    }

    @Test
    void ofTwoNamesThatRaceForOneUserIdOneGetsIt() {
        for (int round = 0; round < 10; round++) {
            String end = TestRegistry.newName();
            List<RegistrationResult> results = Crowd.of(
                    8,
                    number -> number % 2 == 0
                            ? registry.register(TestRegistry.EVERY_HOST, "a-b", end)
                            : registry.register(TestRegistry.EVERY_HOST, "a", "b-" + end));

            boolean evenWon = results.get(0) instanceof Registered;
            for (int number = 0; number < 8; number++) {
                assertThat(results.get(number))
                        .isInstanceOf((number % 2 == 0) == evenWon ? Registered.class : UserIdTaken.class);
            }
        }
    }

    @Test
    void aHostsTokenRegistersNothingOnAnotherHost() {
        CallingHost host = registry.newHost();
        CallingHost other = registry.newHost();

        assertThat(registry.register(host, "echo", other.name())).isInstanceOf(HostMismatch.class);
        assertThat(agent("echo", other.name())).isFalse();
    }

    @Test
    void theTokenForEveryHostRegistersNothingOnAnotherTenantsHost() {
        CallingHost tenants = registry.newHost();

        assertThat(registry.register(TestRegistry.EVERY_HOST, "echo", tenants.name()))
                .isInstanceOf(UnknownHost.class);
        assertThat(registry.database.tx(() -> registry.transactions.register(
                        TestRegistry.EVERY_HOST,
                        new AgentName("echo", tenants.name()),
                        new AgentUserId("@agent-echo-" + tenants.name() + ":localhost"),
                        null)))
                .as("created since the check")
                .isInstanceOf(UnknownHost.class);
        assertThat(agent("echo", tenants.name())).isFalse();
    }

    @Test
    void aUserIdHasAtMost255Bytes() {
        String host = TestRegistry.newName();
        assertThat(registry.register(TestRegistry.EVERY_HOST, "a".repeat(200), host))
                .isInstanceOf(Registered.class);
        assertThat(registry.register(TestRegistry.EVERY_HOST, "a".repeat(200), host + "x".repeat(30)))
                .isInstanceOf(NameTooLong.class);
    }

    @Test
    void whileTheHomeserverIsUnreachableNothingIsRegistered() {
        String host = TestRegistry.newName();
        AgentRegistrationsBean registrations = registry.registrationsAt(new UnreachableHomeserver());

        assertThat(registrations.register(TestRegistry.EVERY_HOST, new AgentName("echo", host), null))
                .isInstanceOf(Unavailable.class);
        assertThat(agent("echo", host)).isFalse();
        assertThat(registry.host(host)).isEmpty();
    }

    @Test
    void anAgentOfANewHostBelongsToTheOperator() {
        String host = TestRegistry.newName();
        assertThat(registry.register(TestRegistry.EVERY_HOST, "echo", host)).isInstanceOf(Registered.class);

        assertThat(registry.host(host).orElseThrow().organizationId())
                .isEqualTo(registry.host(CallingHost.EVERY_HOST).orElseThrow().organizationId());
    }

    private boolean agent(String alias, String host) {
        return registry.database
                .tx(() -> registry.agents.find(new AgentName(alias, host)))
                .isPresent();
    }

    /** A homeserver that is unreachable. */
    private static final class UnreachableHomeserver implements Homeserver {

        @Override
        public HomeserverAnswer<Void> ensureUser(AgentUserId user, @Nullable String displayName) {
            return new HomeserverAnswer.Unavailable<>(Duration.ofSeconds(5), "it does not answer");
        }

        @Override
        public HomeserverAnswer<Void> follow(AgentUserId user, Succession succession) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HomeserverAnswer<Void> join(AgentUserId user, String roomId) {
            return new HomeserverAnswer.Unavailable<>(Duration.ofSeconds(5), "it does not answer");
        }

        @Override
        public HomeserverAnswer<String> send(
                AgentUserId sender, String roomId, String eventType, String content, String transactionId) {
            return new HomeserverAnswer.Unavailable<>(Duration.ofSeconds(5), "it does not answer");
        }

        @Override
        public HomeserverAnswer<Void> setTyping(AgentUserId user, String roomId, boolean typing, Duration timeout) {
            return new HomeserverAnswer.Unavailable<>(Duration.ofSeconds(5), "it does not answer");
        }
    }
}
