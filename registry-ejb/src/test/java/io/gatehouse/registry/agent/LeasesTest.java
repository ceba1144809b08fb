package io.gatehouse.registry.agent;

import static io.gatehouse.contract.registry.AgentStatus.ACTIVE;
import static io.gatehouse.contract.registry.AgentStatus.RETIRED;
import static io.gatehouse.contract.registry.AgentStatus.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.contract.registry.HeartbeatResult;
import io.gatehouse.contract.registry.HeartbeatResult.GenerationRetired;
import io.gatehouse.contract.registry.HeartbeatResult.Renewed;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.HostRefusal.UnknownHost;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.UnknownGeneration;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@StoreTest
class LeasesTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration STALE_FOR = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private final SetClock clock = SetClock.some();
    private final TestRegistry registry;

    LeasesTest(TestDatabase database) {
        this.registry = new TestRegistry(database, clock);
    }

    @Test
    void anAgentIsActiveUntilItsLeaseExpiresThenStaleThenRetired() {
        CallingHost host = registry.newHost();
        registry.registered(host, "echo");

        clock.advance(LEASE.minus(MOMENT));
        assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", ACTIVE));
        clock.advance(MOMENT);
        assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", STALE));
        clock.advance(STALE_FOR.minus(MOMENT));
        assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", STALE));
        clock.advance(MOMENT);
        assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", RETIRED));
    }

    @Test
    void aSweepChangesNothingThatReadersSee() {
        CallingHost host = registry.newHost();
        registry.registered(host, "echo");
        for (Duration step : List.of(Duration.ZERO, LEASE, STALE_FOR.minus(MOMENT), MOMENT)) {
            clock.advance(step);
            List<Entry> before = registry.list(host, null);
            assertFoundByItsStatusOnly(host, before.get(0));
            registry.hosts.sweepNow();
            assertThat(registry.list(host, null)).isEqualTo(before);
            assertFoundByItsStatusOnly(host, before.get(0));
        }
    }

    private void assertFoundByItsStatusOnly(CallingHost host, Entry entry) {
        for (AgentStatus status : AgentStatus.values()) {
            assertThat(registry.list(host, status)).isEqualTo(status == entry.status() ? List.of(entry) : List.of());
        }
    }

    @Test
    void aHeartbeatMakesStaleAgentsActive() {
        CallingHost host = registry.newHost();
        Registered echo = registry.registered(host, "echo");
        clock.advance(LEASE.plusSeconds(1));
        registry.hosts.sweepNow();

        Renewed renewed = (Renewed) registry.heartbeat(host, echo.generation());

        assertThat(renewed).isEqualTo(new Renewed(clock.instant().plus(LEASE), echo.generation(), 1));
        assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", ACTIVE));
        assertThat(registry.list(host, null).get(0).lastSeenAt()).isEqualTo(clock.instant());
    }

    @Test
    void aHeartbeatNeverRevivesARetiredAgentSweptOrNot() {
        for (boolean swept : new boolean[] {true, false}) {
            CallingHost host = registry.newHost();
            Registered echo = registry.registered(host, "echo");
            clock.advance(LEASE.plus(STALE_FOR));
            if (swept) {
                registry.hosts.sweepNow();
            }

            assertThat(registry.heartbeat(host, echo.generation())).isInstanceOf(GenerationRetired.class);
            assertThat(registry.heartbeat(host, null))
                    .isEqualTo(new Renewed(clock.instant().plus(LEASE), echo.generation(), 0));
            assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", RETIRED));

            Registered again = registry.registered(host, "echo");
            assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", ACTIVE));
            assertThat(registry.heartbeat(host, again.generation())).isInstanceOf(Renewed.class);
            assertThat(registry.heartbeat(host, echo.generation())).isInstanceOf(GenerationRetired.class);
        }
    }

    @Test
    void aRefusedHeartbeatDoesNotRenewTheLease() {
        CallingHost host = registry.newHost();
        Registered first = registry.registered(host, "echo");
        Registered second = registry.registered(host, "echo");
        Instant lease = second.leaseExpiresAt();
        clock.advance(LEASE.dividedBy(2));

        assertThat(registry.heartbeat(host, first.generation())).isInstanceOf(GenerationRetired.class);
        assertThat(registry.heartbeat(host, second.generation() + 1))
                .isEqualTo(new UnknownGeneration(second.generation()));
        assertThat(registry.heartbeat(host, 0L)).isInstanceOf(UnknownGeneration.class);

        assertThat(registry.list(host, null).get(0).leaseExpiresAt()).isEqualTo(lease);
    }

    @Test
    void aHeartbeatForAnotherHostIsRefused() {
        CallingHost host = registry.newHost();
        CallingHost other = registry.newHost();

        assertThat(beat(other, host.name())).isInstanceOf(HostMismatch.class);
        assertThat(beat(other, TestRegistry.newName())).isInstanceOf(HostMismatch.class);
        assertThat(beat(TestRegistry.EVERY_HOST, TestRegistry.newName())).isInstanceOf(UnknownHost.class);
        assertThat(beat(TestRegistry.EVERY_HOST, host.name()))
                .as("another organization's")
                .isInstanceOf(UnknownHost.class);
        registry.register(TestRegistry.EVERY_HOST, "echo", "of-the-operator");
        assertThat(beat(TestRegistry.EVERY_HOST, "of-the-operator")).isInstanceOf(Renewed.class);
    }

    private HeartbeatResult beat(CallingHost caller, String host) {
        return registry.database.tx(() -> registry.hosts.reports.heartbeat(caller, host, null));
    }

    @Test
    void heartbeatsWithoutAChangeLeaveNoEventsAndNoChangeNumbers() {
        CallingHost host = registry.newHost();
        registry.registered(host, "echo");
        long events = registry.events(host);
        Instant changed = registry.page(host, TestRegistry.everything(host), TestRegistry.FIRST_PAGE)
                .asOf();

        clock.advance(Duration.ofSeconds(30));
        Crowd.of(16, number -> registry.heartbeat(host, null));

        assertThat(registry.events(host)).isEqualTo(events);
        assertThat(registry.page(host, TestRegistry.everything(host), TestRegistry.FIRST_PAGE)
                        .asOf())
                .isEqualTo(changed);
    }

    @Test
    void concurrentHeartbeatsWinOverSweeps() {
        for (int round = 0; round < 5; round++) {
            CallingHost host = registry.newHost();
            List<String> aliases =
                    IntStream.range(0, 20).mapToObj(number -> "a" + number).toList();
            aliases.forEach(alias -> registry.registered(host, alias));
            clock.advance(LEASE);

            Crowd.of(16, number -> {
                if (number % 2 == 0) {
                    registry.hosts.sweepNow();
                    return true;
                }
                return registry.heartbeat(host, null) instanceof Renewed;
            });

            assertThat(registry.statuses(host))
                    .hasSize(20)
                    .containsValue(ACTIVE)
                    .doesNotContainValue(STALE);
            assertThat(registry.events(host)).isPositive();
        }
    }
}
