package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RunningHost;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.Postgres;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("the registry, with leases of some seconds, on PostgreSQL")
class LeaseIT {

    private static final int MANY = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.db.url", postgres.url())
            .with("gatehouse.db.user", postgres.user())
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .with("gatehouse.registry.lease", "PT3S")
            .with("gatehouse.registry.stale-for", "PT7S")
            .with("gatehouse.registry.sweep-interval", "PT2S");

    @Test
    @DisplayName("the agents of a silent host become stale and then retired, and followers of the directory see both")
    void theLeaseOfASilentHostExpires() {
        RunningHost host = RunningHost.ofTheOperator(server.gatehouse());
        JsonObject echo = host.registered("echo");
        String asOf = host.list("&status=all").json().getString("as_of");

        awaitStatus(host, "stale");
        awaitChange(host, asOf, "stale");
        host.heartbeat(null).expecting(200);
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active"));
        asOf = host.list("&status=all").json().getString("as_of");

        awaitStatus(host, "retired");
        awaitChange(host, asOf, "retired");
        host.heartbeat((long) echo.getInt("generation")).expectingProblem(410, "generation_retired");
        assertThat(host.heartbeat(null).expecting(200).json().getInt("active")).isZero();
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "retired"));
        host.registered("echo");
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active"));
    }

    @Test
    @DisplayName("a host with heartbeats stays active, whatever the timer does")
    void aHostWithHeartbeatsStaysActive() {
        RunningHost host = RunningHost.ofTheOperator(server.gatehouse());
        long generation = host.registered("echo").getInt("generation");

        Awaitility.await("two leases")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(6))
                .until(() -> host.heartbeat(generation).status() == 200
                        && host.statuses().equals(Map.of("echo", "active")));
    }

    @Test
    @DisplayName("leases that expired while the server was down are recorded before it is ready")
    void leasesThatExpiredWhileItWasDownAreRecordedBeforeItIsReady() {
        RunningHost host = RunningHost.ofTheOperator(server.gatehouse());
        host.registered("echo");
        String asOf = host.list("&status=all").json().getString("as_of");
        long begin = System.nanoTime();

        server.stop();
        server.start();

        assertThat(host.list("&updated_since=" + asOf).expecting(200).text()).containsAnyOf("stale", "retired");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("the lease had expired")
                .isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("a snapshot of ten thousand agents is accepted")
    void aSnapshotOfTenThousandAgentsIsAccepted() {
        List<String> aliases =
                IntStream.range(0, MANY).mapToObj("agent-%05d"::formatted).toList();
        RunningHost host = hostOfMany();

        assertThat(snapshot(host, aliases).getJsonArray("active")).hasSize(MANY);
        assertThat(snapshot(host, aliases.subList(0, MANY / 2)).getJsonArray("retired"))
                .hasSize(MANY / 2);
        assertThat(snapshot(host, List.of()).getJsonArray("retired")).hasSize(MANY / 2);
        assertThat(snapshot(host, aliases).getJsonArray("unregistered")).hasSize(MANY);
    }

    private static JsonObject snapshot(RunningHost host, List<String> aliases) {
        return host.snapshot(null, aliases, "?force=true").expecting(200).json();
    }

    /** The state that ten thousand registrations would leave, with a lease that outlasts the test. */
    private static RunningHost hostOfMany() {
        RunningHost host = RunningHost.ofTheOperator(server.gatehouse());
        host.registered("first");
        postgres.execute("""
                with h as (update host set generation = %1$d + 1, lease_expires_at = now() + interval '1 hour' where name = '%2$s' returning id, organization_id),
                a as (insert into agent (id, organization_id, kind, alias, host, agent_user_id, created_at, version)
                  select gen_random_uuid(), h.organization_id, 'REGISTERED', 'agent-' || lpad(n::text, 5, '0'), '%2$s',
                    '@agent-agent-' || lpad(n::text, 5, '0') || '-%2$s:localhost', now(), 1
                  from h, generate_series(0, %1$d - 1) n returning id, alias)
                insert into binding (id, agent_id, host_id, generation, state, last_seen_at, change_number, version)
                  select a.id, a.id, h.id, 2 + right(a.alias, 5)::bigint, 'ACTIVE', now(), 1, 1 from a, h
                """.formatted(MANY, host.name()));
        return host;
    }

    private static void awaitStatus(RunningHost host, String status) {
        Awaitility.await(status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> host.statuses().equals(Map.of("echo", status)));
    }

    /** Waits until the timer has recorded the change; nothing else does. */
    private static void awaitChange(RunningHost host, String asOf, String status) {
        Awaitility.await("the change to " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> host.list("&updated_since=" + asOf).text().contains(status));
    }
}
