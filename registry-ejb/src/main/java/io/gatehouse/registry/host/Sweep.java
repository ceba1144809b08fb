package io.gatehouse.registry.host;

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
 * Writes down that leases ran out: a transaction for each host, so that none waits for another. Whoever asks for an agent
 * meanwhile is told right, because asking looks at the lease itself.
 */
@Dependent
public class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class.getName());

    /** A node that dies in its turn holds up the others for so long. */
    static final Duration TURN = Duration.ofMinutes(1);

    private static final int BATCH = 100;

    private final Lapses lapses;
    private final InstantSource clock;

    @Inject
    public Sweep(Lapses lapses, InstantSource clock) {
        this.lapses = lapses;
        this.clock = clock;
    }

    /** Sweeps, unless another node is at it. */
    void inTurn() {
        Turn turn = new Turn(clock.instant().plus(TURN));
        if (lapses.takeTurn(turn.end)) {
            settleAll(turn::prolong);
            turn.moveEnd(clock.instant());
        }
    }

    /** Sweeps, whoever else does. */
    void now() {
        settleAll(() -> true);
    }

    private void settleAll(BooleanSupplier goOn) {
        List<String> hosts = lapses.after("", BATCH);
        while (!hosts.isEmpty()) {
            hosts.forEach(this::settle);
            hosts = goOn.getAsBoolean() ? lapses.after(hosts.get(hosts.size() - 1), BATCH) : List.of();
        }
    }

    private final class Turn {

        private Instant end;

        private Turn(Instant end) {
            this.end = end;
        }

        /** False if the turn is another node's by now. */
        private boolean prolong() {
            return moveEnd(clock.instant().plus(TURN));
        }

        private boolean moveEnd(Instant newEnd) {
            boolean moved = lapses.moveTurn(end, newEnd);
            end = newEnd;
            return moved;
        }
    }

    /** One host that cannot be settled keeps no other from it; the next sweep tries again. */
    private void settle(String host) {
        try {
            lapses.settle(host);
        } catch (EJBException | DatabaseBusyException e) {
            LOG.log(Level.WARNING, e, () -> "The lapsed lease of the host " + host + " is not written down yet");
        }
    }
}
