package io.gatehouse.registry.credential.mirror;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.credential.mirror.MirroredTable.Column;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The database part of mirroring. Each method runs in its own transaction and does not wait for the homeserver. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MirrorTransactions {

    static final Duration MAX_TURN = Duration.ofMinutes(5);

    private MirrorStore rows;
    private MirrorStateStore state;
    private AuditTrail audit;
    private Ids ids;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public MirrorTransactions() {}

    @Inject
    public MirrorTransactions(
            MirrorStore rows, MirrorStateStore state, AuditTrail audit, Ids ids, InstantSource clock) {
        this.rows = rows;
        this.state = state;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the mirror must be read before any row is created in the database. */
    public boolean isToBeRestored() {
        return !state.isAdopted() && rows.isEmpty();
    }

    public boolean isAdopted() {
        return state.isAdopted();
    }

    /** Marks the mirror as adopted without restoring anything: from now on it is written. */
    public void adopt() {
        if (state.lockUnadopted()) {
            state.adopt(0, clock.instant());
        }
    }

    /** Of nodes that restore at once, one does; the others find it done. */
    public void restore(Snapshot snapshot, long sequence, Map<String, Set<String>> roomsByAgent) {
        if (!state.lockUnadopted()) {
            return;
        }
        Instant now = clock.instant();
        rows.restore(snapshot, now);
        roomsByAgent.forEach((agent, rooms) -> rooms.forEach(room -> rows.addPresence(room, agent, now)));
        snapshot.of(MirroredTable.ORGANIZATION)
                .forEach(organization -> audit.append(new AuditEntry(
                        UUID.fromString(String.valueOf(organization.value(Column.id("id")))),
                        "system",
                        "token-mirror.restored",
                        "token-mirror:" + sequence,
                        Map.of(
                                "agents", count(snapshot, MirroredTable.AGENT),
                                "agentTokens", count(snapshot, MirroredTable.AGENT_TOKEN),
                                "hostTokens", count(snapshot, MirroredTable.HOST_TOKEN)))));
        state.adopt(sequence, now);
    }

    private static String count(Snapshot snapshot, MirroredTable table) {
        return String.valueOf(snapshot.of(table).size());
    }

    /** Returns empty if another node has the turn. */
    public Optional<MirrorState> takeTurn() {
        Instant now = clock.instant();
        return state.take(ids.next(), now, now.plus(MAX_TURN));
    }

    public Snapshot read() {
        return rows.read(clock.instant());
    }

    public void written(UUID turn, long sequence, byte[] digest) {
        if (!state.written(turn, sequence, digest, clock.instant())) {
            state.clearDigest();
        }
    }

    public void release(UUID turn) {
        state.release(turn, clock.instant());
    }
}
