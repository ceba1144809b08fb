package io.gatehouse.registry.credential.mirror;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.registry.credential.mirror.Manifest.Slot;
import io.gatehouse.registry.credential.revocation.TokensRevoked;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Updates the mirror from the database. Compares the whole content, so that it does not matter what changed, or how
 * often the homeserver was unreachable meanwhile. One node at a time writes.
 */
@ApplicationScoped
class MirrorWriter {

    /** The maximum age of a mirror whose tokens have not changed. */
    static final Duration REFRESH = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(MirrorWriter.class.getName());

    private Settings settings;
    private MirrorTransactions transactions;
    private Mirror mirror;
    private InstantSource clock;

    @Resource
    ManagedExecutorService executor;

    private volatile boolean failing;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MirrorWriter() {}

    @Inject
    MirrorWriter(Settings settings, MirrorTransactions transactions, Mirror mirror, InstantSource clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.mirror = mirror;
        this.clock = clock;
    }

    /** Writes at once, so that revoked tokens leave the mirror before anything can happen to the database. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokensRevoked revoked) {
        if (settings.tokenMirror().isPresent()) {
            executor.execute(this::write);
        }
    }

    void write() {
        if (settings.tokenMirror().isEmpty()) {
            return;
        }
        try {
            if (transactions.isAdopted() || adopt()) {
                transactions.takeTurn().ifPresent(this::writeInTurn);
            }
            failing = false;
        } catch (MirrorException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "The token mirror is out of date, until this is resolved: {0}", e.getMessage());
            }
            failing = true;
        }
    }

    /**
     * Refuses if there is a mirror that this database was not restored from: it may be all that is left of another
     * database.
     */
    private boolean adopt() {
        if (mirror.manifest().isPresent()) {
            throw new MirrorException(
                    "the homeserver has the mirror of another database, which is not overwritten; start with"
                            + " an empty database to restore it, or replace the account data "
                            + Mirror.MANIFEST
                            + " by {} to discard it");
        }
        transactions.adopt();
        return true;
    }

    private void writeInTurn(MirrorState turn) {
        try {
            write(turn);
        } finally {
            transactions.release(turn.turn());
        }
    }

    private void write(MirrorState state) {
        String content = transactions.read().toText();
        byte[] digest = Sha256.of(content);
        if (state.isUpToDate(digest, clock.instant(), REFRESH)) {
            return;
        }
        Optional<Manifest> present = present(state);
        long sequence =
                1 + Math.max(state.sequence(), present.map(Manifest::sequence).orElse(0L));
        mirror.write(
                content, sequence, present.map(Manifest::slot).orElse(Slot.B).other());
        transactions.written(state.turn(), sequence, digest);
    }

    /**
     * Returns the manifest of the current mirror. An invalid or older mirror is overwritten: the database is
     * authoritative.
     */
    private Optional<Manifest> present(MirrorState state) {
        Optional<Manifest> present;
        try {
            present = mirror.manifest();
        } catch (ImplausibleMirrorException e) {
            LOG.log(Level.WARNING, "The token mirror is written again: {0}", e.getMessage());
            return Optional.empty();
        }
        long known = present.map(Manifest::sequence).orElse(0L);
        if (known < state.sequence()) {
            LOG.log(
                    Level.WARNING,
                    "The homeserver had an older token mirror ({0}) than was written ({1}): it was restored from a"
                            + " backup, or another program wrote it",
                    new Object[] {known, state.sequence()});
        }
        return present;
    }
}
