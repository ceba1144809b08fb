package io.gatehouse.registry.agent;

import static io.gatehouse.contract.registry.AgentStatus.ACTIVE;
import static io.gatehouse.contract.registry.AgentStatus.RETIRED;
import static io.gatehouse.contract.registry.AgentStatus.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.HostRefusal.UnknownHost;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.SnapshotResult;
import io.gatehouse.contract.registry.SnapshotResult.Drift;
import io.gatehouse.contract.registry.SnapshotResult.MassRetire;
import io.gatehouse.contract.registry.SnapshotResult.Succeeded;
import io.gatehouse.contract.registry.UnknownGeneration;
import io.gatehouse.domain.host.Host;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@StoreTest
class SnapshotsTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final TestRegistry registry;

    SnapshotsTest(TestDatabase database) {
        this.database = database;
        this.registry = new TestRegistry(database, clock);
    }

    @Test
    void unnamedAgentsAreRetiredAndNamedOnesKeepTheirState() {
        CallingHost host = hostWith("kept", "gone", "gone-before");
        registry.take(host, null, List.of("kept", "gone"));

        Drift drift = (Drift) registry.take(host, null, List.of("kept", "gone-before", "new"));

        assertThat(drift)
                .isEqualTo(new Drift(
                        3,
                        List.of("kept"),
                        List.of(),
                        List.of("gone"),
                        List.of("gone-before", "new"),
                        List.of("gone")));
        assertThat(registry.statuses(host)).isEqualTo(Map.of("kept", ACTIVE, "gone", RETIRED, "gone-before", RETIRED));
    }

    @Test
    void aSnapshotDoesNotRenewTheLease() {
        CallingHost host = hostWith("kept", "gone");
        clock.advance(LEASE);

        Drift drift = (Drift) registry.take(host, null, List.of("kept"));

        assertThat(drift).isEqualTo(new Drift(2, List.of(), List.of("kept"), List.of("gone"), List.of(), List.of()));
        assertThat(registry.statuses(host)).isEqualTo(Map.of("kept", STALE, "gone", RETIRED));
        registry.heartbeat(host, null);
        assertThat(registry.statuses(host)).isEqualTo(Map.of("kept", ACTIVE, "gone", RETIRED));
    }

    @Test
    void comparingReturnsTheResultOfTakingAndChangesNothing() {
        CallingHost host = hostWith("a", "b", "c", "d", "e");
        registry.take(host, null, List.of("a", "b", "c", "d", "e"));
        for (Duration passed : List.of(Duration.ZERO, LEASE, Duration.ofMinutes(10))) {
            clock.advance(passed);
            List<String> before = everyRow();
            SnapshotResult compared = registry.compare(host, null, List.of("a", "new"));
            assertThat(everyRow()).isEqualTo(before);

            CallingHost twin = twinOf(host);
            assertThat(registry.take(twin, null, List.of("a", "new"), true)).isEqualTo(compared);
        }
    }

    /** Returns another host with the same history. */
    private CallingHost twinOf(CallingHost host) {
        List<Entry> agents = registry.list(host, null);
        var now = clock.instant();
        clock.set(agents.get(0).lastSeenAt());
        CallingHost twin = hostWith("a", "b", "c", "d", "e");
        clock.set(now);
        return twin;
    }

    @Test
    void moreThanHalfOfFiveOrMoreAgentsAreRetiredOnlyByForce() {
        record Case(int agents, int named, boolean refused) {}
        for (Case example : List.of(
                new Case(4, 0, false),
                new Case(5, 3, false),
                new Case(5, 2, true),
                new Case(6, 3, false),
                new Case(6, 2, true),
                new Case(7, 0, true))) {
            List<String> aliases = aliases(example.agents());
            CallingHost host = hostWith(aliases.toArray(String[]::new));
            List<String> named = aliases.subList(0, example.named());

            SnapshotResult result = registry.take(host, null, named);

            if (example.refused()) {
                assertThat(result)
                        .as(example.toString())
                        .isEqualTo(new MassRetire(example.agents() - example.named(), example.agents()));
                assertThat(registry.list(host, ACTIVE)).hasSize(example.agents());
                assertThat(registry.host(host.name()).orElseThrow().snapshotAt())
                        .isNull();
                result = registry.take(host, null, named, true);
            }
            assertThat(((Drift) result).retired())
                    .as(example.toString())
                    .isEqualTo(aliases.subList(example.named(), example.agents()));
            assertThat(registry.list(host, ACTIVE)).hasSize(example.named());
        }
    }

    @Test
    void anOldGenerationsSnapshotDoesNotRetireItsSuccessor() {
        CallingHost host = registry.newHost();
        Registered old = registry.registered(host, "echo");
        Registered successor = registry.registered(host, "echo");

        Drift drift = (Drift) registry.take(host, old.generation(), List.of());

        assertThat(drift.active()).containsExactly("echo");
        assertThat(drift.retired()).isEmpty();
        assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", ACTIVE));
        assertThat(registry.take(host, successor.generation(), List.of())).isInstanceOf(Drift.class);
        assertThat(registry.statuses(host)).isEqualTo(Map.of("echo", RETIRED));
    }

    @Test
    void aSnapshotOlderThanTheLastIsRefusedEveryTime() {
        CallingHost host = hostWith("a", "b");
        registry.take(host, 1L, List.of("a"));
        registry.take(host, 2L, List.of("a", "b"));

        for (int replay = 0; replay < 3; replay++) {
            assertThat(registry.take(host, 1L, List.of("a"))).isEqualTo(new Succeeded(2));
            assertThat(registry.compare(host, 1L, List.of("a"))).isEqualTo(new Succeeded(2));
        }
        assertThat(registry.statuses(host)).isEqualTo(Map.of("a", ACTIVE, "b", ACTIVE));
    }

    @Test
    void anUnknownGenerationIsRefused() {
        CallingHost host = hostWith("a");
        assertThat(registry.take(host, 2L, List.of())).isEqualTo(new UnknownGeneration(1));
        assertThat(registry.statuses(host)).isEqualTo(Map.of("a", ACTIVE));
    }

    @Test
    void aHostWithoutAgentsMaySendASnapshot() {
        CallingHost host = registry.newHost();
        assertThat(registry.take(host, 0L, List.of("a")))
                .isEqualTo(new Drift(0, List.of(), List.of(), List.of(), List.of("a"), List.of()));
        registry.registered(host, "b");
        assertThat(registry.statuses(host))
                .as("it registered later than the snapshot")
                .isEqualTo(Map.of("b", ACTIVE));
    }

    @Test
    void aSnapshotForAnotherHostIsRefused() {
        CallingHost host = hostWith("a");
        CallingHost other = registry.newHost();
        var empty = TestRegistry.snapshot(null, List.of());

        for (boolean dry : new boolean[] {true, false}) {
            for (CallingHost stranger : List.of(other, TestRegistry.EVERY_HOST)) {
                SnapshotResult result = database.tx(() -> dry
                        ? registry.hosts.reports.compare(stranger, host.name(), empty)
                        : registry.hosts.reports.take(stranger, host.name(), empty, true));
                assertThat(result).isInstanceOf(stranger.equals(other) ? HostMismatch.class : UnknownHost.class);
            }
        }
        assertThat(registry.statuses(host)).isEqualTo(Map.of("a", ACTIVE));
    }

    @Test
    void everyRetiredAgentIsInAnEventWithItsActor() {
        CallingHost host = hostWith("lapsed", "kept", "gone");
        clock.advance(LEASE);
        registry.take(host, null, List.of("lapsed", "kept"));

        assertThat(eventsOf(host)).contains("bindings.stale by system: kept lapsed", "bindings.retired by test: gone");
    }

    @Test
    void ofConcurrentSnapshotsTheLastDeterminesTheAgents() {
        for (int round = 0; round < 5; round++) {
            CallingHost host = hostWith(aliases(12).toArray(String[]::new));
            Crowd.of(12, number -> registry.take(host, null, aliases(12).subList(0, 12 - number), true));

            assertOnlyNamedOrLaterAgentsAreListed(host);
            assertThat(registry.statuses(host))
                    .as("one snapshot named it alone")
                    .containsEntry("a00", ACTIVE);
            assertThat(registry.list(host, ACTIVE)).hasSize(1);
            assertThat(registry.events(host)).isPositive();
        }
    }

    @Test
    void anAgentThatRegistersDuringSnapshotsOfEarlierGenerationsStaysActive() {
        CallingHost host = hostWith("old");
        long known = registry.host(host.name()).orElseThrow().generation();

        Crowd.of(
                24,
                number -> number % 3 == 0
                        ? registry.take(host, known, List.of("old"), true)
                        : registry.registered(host, "new" + number));

        assertThat(registry.list(host, ACTIVE)).hasSize(17);
        assertOnlyNamedOrLaterAgentsAreListed(host);
    }

    @Test
    void aRegistrationDuringFullSnapshotsIsBeforeOrAfterEachOfThem() {
        CallingHost host = hostWith("old");

        Crowd.of(
                24,
                number -> number % 3 == 0
                        ? registry.take(host, null, List.of("old"), true)
                        : registry.registered(host, "new" + number));

        assertThat(registry.statuses(host)).hasSize(17).containsEntry("old", ACTIVE);
        assertOnlyNamedOrLaterAgentsAreListed(host);
    }

    private void assertOnlyNamedOrLaterAgentsAreListed(CallingHost caller) {
        Host host = registry.host(caller.name()).orElseThrow();
        Set<String> named = database.tx(entities -> ((List<?>)
                        entities.createNativeQuery("select alias from host_snapshot_agent where host_id = ?1")
                                .setParameter(1, host.id())
                                .getResultList())
                .stream().map(String.class::cast).collect(Collectors.toSet()));
        assertThat(registry.list(caller, null))
                .allMatch(agent -> agent.status() == RETIRED
                        || named.contains(agent.name().alias())
                        || agent.generation() > host.snapshotGeneration());
    }

    private CallingHost hostWith(String... aliases) {
        CallingHost host = registry.newHost();
        for (String alias : aliases) {
            registry.registered(host, alias);
        }
        return host;
    }

    private static List<String> aliases(int count) {
        return IntStream.range(0, count).mapToObj("a%02d"::formatted).toList();
    }

    private SortedSet<String> eventsOf(CallingHost host) {
        return database.tx(entities -> entities.createQuery(
                        "select e.action, e.actor, e.details from AuditEvent e where e.organizationId = :organization",
                        Object[].class)
                .setParameter(
                        "organization", registry.host(host.name()).orElseThrow().organizationId())
                .getResultStream()
                .map(event -> event[0] + " by " + event[1] + ": "
                        + event[2].toString().replaceAll("(?s).*\"aliases\":\"([^\"]*)\".*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private List<String> everyRow() {
        return database.tx(entities -> {
            List<String> rows = new ArrayList<>();
            for (String table : List.of(
                    "binding", "host", "host_snapshot_agent", "audit_event", "audit_head", "binding_clock", "agent")) {
                for (Object row :
                        entities.createNativeQuery("select * from " + table).getResultList()) {
                    rows.add(table + Arrays.deepToString((Object[]) row));
                }
            }
            Collections.sort(rows);
            return rows;
        });
    }
}
