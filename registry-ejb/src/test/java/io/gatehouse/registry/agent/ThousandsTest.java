package io.gatehouse.registry.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.SnapshotResult;
import io.gatehouse.contract.registry.SnapshotResult.Drift;
import io.gatehouse.domain.host.Host;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A host that runs ten thousand agents. */
@StoreTest
class ThousandsTest {

    private static final Logger LOG = Logger.getLogger(ThousandsTest.class.getName());
    private static final int ROUNDS = 3;
    private static final int MANY = 10_000;
    private static final List<String> ALIASES =
            IntStream.range(0, MANY).mapToObj("agent-%05d"::formatted).toList();

    private final Map<String, Duration> fastest = new LinkedHashMap<>();
    private final TestDatabase database;
    private final TestRegistry registry;

    ThousandsTest(TestDatabase database) {
        this.database = database;
        this.registry = new TestRegistry(database, SetClock.some());
    }

    @Test
    void tenThousandAgentsInOneSnapshotTakeNotLong() {
        for (int round = 0; round < ROUNDS; round++) {
            CallingHost host = registry.newHost();
            assertThat(timed("all, none registered", host, ALIASES).unregistered())
                    .hasSize(MANY);
            register(host);
            assertThat(timed("all of them", host, ALIASES).active()).hasSize(MANY);
            assertThat(timed("half of them", host, ALIASES.subList(0, MANY / 2)).retired())
                    .isEqualTo(ALIASES.subList(MANY / 2, MANY));
            assertThat(timed("none of them", host, List.of()).phantom()).hasSize(MANY / 2);
            assertThat(registry.list(host, AgentStatus.ACTIVE)).isEmpty();
        }
        LOG.info(() -> "A snapshot of 10,000 on " + database.engine() + ", fastest of " + ROUNDS + ": " + fastest);
        if (database.engine() == Engine.POSTGRESQL) {
            assertThat(fastest)
                    .hasSize(4)
                    .allSatisfy((what, took) -> assertThat(took).as(what).isLessThan(Duration.ofSeconds(2)));
        }
    }

    /** The fastest of some rounds, because other tests may run on the machine, and the first warms up. */
    private Drift timed(String what, CallingHost host, List<String> aliases) {
        long begin = System.nanoTime();
        SnapshotResult result = registry.take(host, null, aliases, true);
        Duration took = Duration.ofNanos(System.nanoTime() - begin).truncatedTo(ChronoUnit.MILLIS);
        fastest.merge(what, took, (one, other) -> one.compareTo(other) < 0 ? one : other);
        return (Drift) result;
    }

    /** As ten thousand registrations would leave them. */
    private void register(CallingHost caller) {
        Host host = registry.host(caller.name()).orElseThrow();
        registry.registered(caller, "first");
        database.run(entities -> {
            String numbers = database.engine() == Engine.H2
                    ? "(select x - 1 as n, random_uuid() as id from system_range(1, " + MANY + ") r(x))"
                    : "(select x - 1 as n, gen_random_uuid() as id from generate_series(1, " + MANY + ") x)";
            List<String> statements = new ArrayList<>();
            statements.add(
                    "insert into agent (id, organization_id, kind, alias, host, agent_user_id, created_at, version)"
                            + " select s.id, '" + host.organizationId() + "', 'REGISTERED',"
                            + " 'agent-' || lpad(cast(s.n as varchar(5)), 5, '0'), '" + host.name() + "',"
                            + " '@agent-' || cast(s.id as varchar(36)) || ':localhost', now(), 1 from " + numbers
                            + " s");
            statements.add("insert into binding"
                    + " (id, agent_id, host_id, generation, state, last_seen_at, change_number, version)"
                    + " select id, id, '" + host.id() + "', 2 + cast(right(alias, 5) as bigint), 'ACTIVE', now(), 1, 1"
                    + " from agent where host = '" + host.name() + "' and alias <> 'first'");
            statements.add("update host set generation = " + (MANY + 1) + " where id = '" + host.id() + "'");
            statements.forEach(sql -> entities.createNativeQuery(sql).executeUpdate());
        });
    }
}
