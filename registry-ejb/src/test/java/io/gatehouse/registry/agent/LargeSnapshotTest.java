package io.gatehouse.registry.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.SnapshotResult.Drift;
import io.gatehouse.domain.host.Host;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A host with ten thousand agents. */
@StoreTest
class LargeSnapshotTest {

    private static final int COUNT = 10_000;
    private static final List<String> ALIASES =
            IntStream.range(0, COUNT).mapToObj("agent-%05d"::formatted).toList();

    private final TestDatabase database;
    private final TestRegistry registry;

    LargeSnapshotTest(TestDatabase database) {
        this.database = database;
        this.registry = new TestRegistry(database, SetClock.some());
    }

    @Test
    void aSnapshotOfTenThousandAgentsIsReconciled() {
        CallingHost host = registry.newHost();
        assertThat(take(host, ALIASES).unregistered()).hasSize(COUNT);
        register(host);
        assertThat(take(host, ALIASES).active()).hasSize(COUNT);
        assertThat(take(host, ALIASES.subList(0, COUNT / 2)).retired()).isEqualTo(ALIASES.subList(COUNT / 2, COUNT));
        assertThat(take(host, List.of()).phantom()).hasSize(COUNT / 2);
        assertThat(registry.list(host, AgentStatus.ACTIVE)).isEmpty();
    }

    private Drift take(CallingHost host, List<String> aliases) {
        return (Drift) registry.take(host, null, aliases, true);
    }

    /** Inserts the rows that ten thousand registrations would leave. */
    private void register(CallingHost caller) {
        Host host = registry.host(caller.name()).orElseThrow();
        registry.registered(caller, "first");
        database.run(entities -> {
            String numbers = database.engine() == Engine.H2
                    ? "(select x - 1 as n, random_uuid() as id from system_range(1, " + COUNT + ") r(x))"
                    : "(select x - 1 as n, gen_random_uuid() as id from generate_series(1, " + COUNT + ") x)";
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
            statements.add("update host set generation = " + (COUNT + 1) + " where id = '" + host.id() + "'");
            statements.forEach(sql -> entities.createNativeQuery(sql).executeUpdate());
        });
    }
}
