package io.gatehouse.registry.agent.host;

import io.gatehouse.kernel.fault.DatabaseBusyException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records expired leases, in one transaction per host, so that no host delays another. Meanwhile queries return the
 * right status, because they check the lease itself.
 */
@Dependent
public class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class.getName());

    /** If a node dies during its turn, the others wait at most this long. */
    static final Duration TURN = Duration.ofMinutes(1);

    private static final int BATCH = 100;

    private final LeaseExpiry leaseExpiry;
    private final InstantSource clock;

    @Inject
    public Sweep(LeaseExpiry leaseExpiry, InstantSource clock) {
        this.leaseExpiry = leaseExpiry;
        this.clock = clock;
    }

    /** Sweeps, unless another node is sweeping. */
    void inTurn() {
        Turn turn = new Turn(clock.instant().plus(TURN));
        if (leaseExpiry.takeTurn(turn.end)) {
            processAll(turn::prolong);
            turn.moveEnd(clock.instant());
        }
    }

    /** Sweeps, even if another node is sweeping. */
    void now() {
        processAll(() -> true);
    }

    private void processAll(BooleanSupplier mayContinue) {
        List<String> hosts = leaseExpiry.expiredAfter("", BATCH);
        while (!hosts.isEmpty()) {
            hosts.forEach(this::process);
            hosts = mayContinue.getAsBoolean()
                    ? leaseExpiry.expiredAfter(hosts.get(hosts.size() - 1), BATCH)
                    : List.of();
        }
    }

    private final class Turn {

        private Instant end;

        private Turn(Instant end) {
            this.end = end;
        }

        /** Returns false if another node has the turn by now. */
        private boolean prolong() {
            return moveEnd(clock.instant().plus(TURN));
        }

        private boolean moveEnd(Instant newEnd) {
            boolean moved = leaseExpiry.moveTurn(end, newEnd);
            end = newEnd;
            return moved;
        }
    }

    /** A failure on one host does not affect the others; the next sweep tries again. */
    private void process(String host) {
        try {
            leaseExpiry.process(host);
        } catch (EJBException | DatabaseBusyException e) {
            LOG.log(Level.WARNING, e, () -> "The expired lease of the host " + host + " could not be recorded yet");
        }
    }
}
