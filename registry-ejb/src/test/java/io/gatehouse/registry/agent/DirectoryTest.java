package io.gatehouse.registry.agent;

import static io.gatehouse.contract.registry.AgentStatus.ACTIVE;
import static io.gatehouse.contract.registry.AgentStatus.RETIRED;
import static io.gatehouse.contract.registry.AgentStatus.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.page.InvalidCursorException;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.registry.AgentDirectory.Query;
import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.DirectoryResult;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.contract.registry.DirectoryResult.Listed;
import io.gatehouse.contract.registry.HostRefusal.HostMismatch;
import io.gatehouse.contract.registry.HostRefusal.UnknownHost;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class DirectoryTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final TestRegistry registry;
    private final CallingHost host;

    DirectoryTest(TestDatabase database) {
        this.database = database;
        this.registry = new TestRegistry(database, clock);
        this.host = registry.newHost();
        // No earlier than any change, like a correct clock.
        clock.set(registry.page(host, new Query(null, null, null), TestRegistry.FIRST_PAGE)
                .asOf()
                .plus(LEASE));
    }

    @Test
    void anAgentIsListedWithItsCurrentState() {
        Registered echo = registry.registered(host, "echo");
        assertThat(registry.list(host, null))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("agentId")
                .containsExactly(new Entry(
                        registry.ids.next(),
                        echo.agentUserId(),
                        new AgentName("echo", host.name()),
                        null,
                        ACTIVE,
                        1,
                        echo.generation(),
                        clock.instant(),
                        clock.instant().plus(LEASE)));
    }

    @Test
    void aHostListsItsAgentsAndTheTokenForEveryHostThoseOfItsOrganization() {
        registry.registered(host, "echo");
        CallingHost sibling =
                registry.newHost(registry.host(host.name()).orElseThrow().organizationId(), TestRegistry.newName());
        registry.registered(sibling, "sibling");
        String operators = TestRegistry.newName();
        registry.register(TestRegistry.EVERY_HOST, "of-the-operator", operators);

        assertThat(names(host, null)).containsExactly("echo");
        assertThat(names(host, host.name())).containsExactly("echo");
        assertThat(refused(host, sibling.name())).isInstanceOf(HostMismatch.class);
        assertThat(refused(host, operators)).isInstanceOf(HostMismatch.class);
        assertThat(refused(host, TestRegistry.newName())).isInstanceOf(HostMismatch.class);
        assertThat(names(TestRegistry.EVERY_HOST, null))
                .contains("of-the-operator")
                .doesNotContain("echo", "sibling");
        assertThat(names(TestRegistry.EVERY_HOST, operators)).containsExactly("of-the-operator");
        assertThat(refused(TestRegistry.EVERY_HOST, host.name())).isInstanceOf(UnknownHost.class);
        assertThat(refused(TestRegistry.EVERY_HOST, TestRegistry.newName())).isInstanceOf(UnknownHost.class);
    }

    private List<String> names(CallingHost caller, @Nullable String name) {
        return registry.page(caller, new Query(name, null, null), TestRegistry.FIRST_PAGE).page().items().stream()
                .map(entry -> entry.name().alias())
                .toList();
    }

    private DirectoryResult refused(CallingHost caller, String name) {
        return database.tx(
                () -> registry.directory().list(caller, new Query(name, null, null), TestRegistry.FIRST_PAGE));
    }

    @Test
    void aReaderGetsEveryChangeOnceIncludingRetirements() {
        Reader reader = new Reader();
        registry.registered(host, "revoked");
        registry.registered(host, "unnamed");
        registry.registered(host, "kept");
        reader.catchUp();
        assertThat(reader.known).isEqualTo(Map.of("revoked", ACTIVE, "unnamed", ACTIVE, "kept", ACTIVE));
        assertThat(reader.changesSinceAsOf()).isEmpty();

        database.tx(() -> registry.revocations().revoke(host, new AgentName("revoked", host.name()), null));
        assertThat(reader.catchUp()).containsExactly("revoked");
        registry.take(host, null, List.of("kept"));
        assertThat(reader.catchUp()).containsExactly("unnamed");
        clock.advance(LEASE);
        registry.hosts.sweepNow();
        assertThat(reader.catchUp()).containsExactly("kept");
        assertThat(reader.known).isEqualTo(Map.of("revoked", RETIRED, "unnamed", RETIRED, "kept", STALE));
        clock.advance(Duration.ofMinutes(10));
        registry.hosts.sweepNow();
        assertThat(reader.catchUp()).containsExactly("kept");
        assertThat(reader.known).containsValue(RETIRED).doesNotContainValue(STALE);
    }

    @Test
    void aReaderMayUseItsOwnCorrectClock() {
        registry.registered(host, "before");
        clock.advance(Duration.ofSeconds(1));
        Instant between = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        registry.registered(host, "after");

        assertThat(aliases(new Query(null, null, between))).containsExactly("after");
        assertThat(aliases(new Query(null, null, clock.instant()))).isEmpty();
        assertThat(aliases(new Query(null, null, Instant.EPOCH))).containsExactly("before", "after");
    }

    @Test
    void aFutureTimeIsNotReturnedAsAsOf() {
        registry.registered(host, "echo");
        Instant far = Instant.parse("9999-12-31T23:59:59.999999Z");
        assertThat(registry.page(host, new Query(null, null, far), TestRegistry.FIRST_PAGE)
                        .asOf())
                .isBefore(clock.instant().plusSeconds(1));
    }

    @Test
    void aClockThatIsSetBackLosesNoChange() {
        registry.registered(host, "first");
        Reader reader = new Reader();
        reader.catchUp();
        clock.set(clock.instant().minusSeconds(30));
        registry.registered(host, "second");
        assertThat(reader.catchUp()).containsExactly("second");
    }

    @Test
    void pagesContainEveryAgentOnceAlthoughAllChangedUnderOneNumber() {
        for (int i = 0; i < 23; i++) {
            registry.registered(host, "a" + i);
        }
        clock.advance(LEASE);
        registry.hosts.sweepNow();
        Reader reader = new Reader(5);
        assertThat(reader.catchUp()).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void anInvalidCursorIsRefused() {
        for (String cursor : List.of("", "x", "AAAA", "a".repeat(33), "Ünicode")) {
            assertThatThrownBy(() -> registry.page(host, new Query(null, null, null), new PageRequest(10, cursor)))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void readersMissNoneOfManyConcurrentChanges() {
        AtomicInteger working = new AtomicInteger(6);
        Map<String, AgentStatus> known = new HashMap<>();

        Crowd.of(8, number -> {
            if (number < 6) {
                try {
                    for (int i = 0; i < 20; i++) {
                        change(number, i);
                    }
                } finally {
                    working.decrementAndGet();
                }
                return true;
            }
            Reader reader = new Reader(3);
            while (working.get() > 0) {
                reader.catchUp();
            }
            reader.catchUp();
            synchronized (known) {
                assertThat(known.isEmpty() || known.equals(reader.known)).isTrue();
                known.putAll(reader.known);
            }
            return true;
        });

        assertThat(known).hasSize(12).isEqualTo(registry.statuses(host));
    }

    /** Each of six writers changes two agents of its own by turns, and now and then all agents. */
    private void change(int number, int step) {
        String alias = "w" + number + "-" + step % 2;
        switch (step % 5) {
            case 0, 1, 3 -> registry.registered(host, alias);
            case 2 -> database.tx(() -> registry.revocations().revoke(host, new AgentName(alias, host.name()), null));
            default -> registry.take(host, null, List.of(alias, "w" + (number + 1) % 6 + "-0"), true);
        }
    }

    private List<String> aliases(Query query) {
        return registry.page(host, query, TestRegistry.FIRST_PAGE).page().items().stream()
                .map(entry -> entry.name().alias())
                .toList();
    }

    /** A client that keeps a copy up to date, from one {@code asOf} to the next. */
    private final class Reader {

        private final int limit;
        private final Map<String, AgentStatus> known = new HashMap<>();
        private @Nullable Instant asOf;

        private Reader() {
            this(200);
        }

        private Reader(int limit) {
            this.limit = limit;
        }

        /** Reads all changes since the last call; returns the aliases in order. */
        private List<String> catchUp() {
            List<String> changed = new ArrayList<>();
            Instant since = asOf;
            String cursor = null;
            do {
                Listed listed = registry.page(host, new Query(null, null, since), new PageRequest(limit, cursor));
                for (Entry entry : listed.page().items()) {
                    changed.add(entry.name().alias());
                    known.put(entry.name().alias(), entry.status());
                }
                cursor = listed.page().nextCursor();
                asOf = listed.asOf();
            } while (cursor != null);
            return changed;
        }

        private List<String> changesSinceAsOf() {
            return aliases(new Query(null, null, asOf));
        }
    }
}
