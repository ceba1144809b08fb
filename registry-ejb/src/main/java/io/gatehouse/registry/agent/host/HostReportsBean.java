package io.gatehouse.registry.agent.host;

import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.HeartbeatResult;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.contract.registry.HostReports;
import io.gatehouse.contract.registry.HostSnapshot;
import io.gatehouse.contract.registry.SnapshotResult;
import io.gatehouse.domain.host.Host;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one transaction per report, under the lock of the host's row. Comparing takes no lock. */
@ApplicationScoped
@RetriedTransaction
public class HostReportsBean implements HostReports {

    private Hosts hosts;
    private Heartbeats heartbeats;
    private Snapshots snapshots;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public HostReportsBean() {}

    @Inject
    public HostReportsBean(Hosts hosts, Heartbeats heartbeats, Snapshots snapshots) {
        this.hosts = hosts;
        this.heartbeats = heartbeats;
        this.snapshots = snapshots;
    }

    @Override
    public HeartbeatResult heartbeat(CallingHost caller, String host, @Nullable Long generation) {
        Optional<HostRefusal> refusal = hosts.refusal(caller, host);
        return refusal.isPresent() ? refusal.get() : heartbeats.beat(locked(host), generation, caller.actor());
    }

    @Override
    public SnapshotResult take(CallingHost caller, String host, HostSnapshot snapshot, boolean force) {
        Optional<HostRefusal> refusal = hosts.refusal(caller, host);
        return refusal.isPresent() ? refusal.get() : snapshots.take(locked(host), snapshot, force, caller.actor());
    }

    @Override
    public SnapshotResult compare(CallingHost caller, String host, HostSnapshot snapshot) {
        Optional<HostRefusal> refusal = hosts.refusal(caller, host);
        return refusal.isPresent() ? refusal.get() : snapshots.compare(require(hosts.find(host)), snapshot);
    }

    private Host locked(String host) {
        return require(hosts.lock(host));
    }

    private static Host require(Optional<Host> host) {
        return host.orElseThrow(() -> new IllegalStateException("hosts are not removed"));
    }
}
