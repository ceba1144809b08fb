package io.gatehouse.registry.credential.mirror;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.kernel.config.MirrorSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.credential.mirror.MirroredTable.Column;
import io.gatehouse.registry.credential.mirror.Snapshot.Row;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverRecords;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Restores the mirror into a database without tokens and bindings. Until it is restored, or known not to exist, this
 * node is not ready: rows that it creates meanwhile would overwrite the mirror.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Restoration {

    private static final Logger LOG = Logger.getLogger(Restoration.class.getName());

    private Settings settings;
    private MirrorTransactions transactions;
    private Mirror mirror;
    private HomeserverRecords records;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public Restoration() {}

    @Inject
    public Restoration(
            Settings settings,
            MirrorTransactions transactions,
            Mirror mirror,
            HomeserverRecords records,
            InstantSource clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.mirror = mirror;
        this.records = records;
        this.clock = clock;
    }

    public void restore() {
        Optional<MirrorSettings> mirrorSettings = settings.tokenMirror();
        if (mirrorSettings.isEmpty() || !transactions.isToBeRestored()) {
            return;
        }
        Optional<Manifest> manifest = mirror.manifest();
        if (manifest.isEmpty()) {
            transactions.adopt();
            return;
        }
        restore(manifest.get(), mirrorSettings.get());
    }

    private void restore(Manifest manifest, MirrorSettings mirrorSettings) {
        Instant now = clock.instant();
        if (manifest.writtenAt().plus(mirrorSettings.maxAge()).isBefore(now)) {
            throw new MirrorException("the token mirror was written at " + manifest.writtenAt()
                    + ", and may lack later revocations: find out why, and raise"
                    + " gatehouse.matrix.token-mirror-max-age to restore it all the same");
        }
        Snapshot snapshot = Snapshot.from(mirror.content(manifest));
        transactions.restore(snapshot, manifest.sequence(), rooms(snapshot));
        LOG.log(
                Level.INFO,
                "Restored the token mirror of {0} into the empty database: {1} agents, {2} agent tokens",
                new Object[] {
                    manifest.writtenAt(),
                    snapshot.of(MirroredTable.AGENT).size(),
                    snapshot.of(MirroredTable.AGENT_TOKEN).size()
                });
    }

    /** Asks the homeserver, because agents may have joined and left rooms since the mirror was written. */
    private Map<String, Set<String>> rooms(Snapshot snapshot) {
        Map<String, Set<String>> rooms = new HashMap<>();
        for (Row row : snapshot.of(MirroredTable.AGENT)) {
            String agent = Objects.requireNonNull(row.value(Column.text("agent_user_id")));
            HomeserverAnswer<Set<String>> joined = records.joinedRooms(new AgentUserId(agent));
            if (!(joined instanceof Done<Set<String>> done)) {
                throw new MirrorException("the homeserver does not say which rooms " + agent + " is in");
            }
            rooms.put(agent, Objects.requireNonNull(done.value()));
        }
        return rooms;
    }
}
