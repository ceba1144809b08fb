package io.gatehouse.kernel.schedule;

import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Something that a timer calls for again and again, and that may fail until the next time. */
public final class ScheduledTask {

    private static final int BATCH = 1_000;

    private ScheduledTask() {}

    /**
     * Does it, and lets no exception out: after two in a row Payara drops a timer for good (eclipse-ee4j/glassfish#20749).
     * While the database is away it is left for the next time, without a word: that it is away stands in the log already.
     *
     * @param failure what the log says if it fails, as "Old nonces could not be forgotten"; the reason follows
     */
    public static void run(Logger log, String failure, Runnable chore) {
        if (!DatabaseAvailability.current().isThere()) {
            return;
        }
        try {
            chore.run();
        } catch (DatabaseAwayException e) {
            log.log(Level.FINE, failure, e);
        } catch (RuntimeException e) {
            log.log(Level.WARNING, "{0}: {1}", new Object[] {failure, reason(e)});
            log.log(Level.FINE, failure, e);
        }
    }

    /**
     * Does it a batch at a time, until a batch is not full. A failure ends it until the next time; what the batches before
     * have done stays done, so that the largest backlog comes to an end.
     *
     * @param chore a transaction of its own, over so many rows at most as it is told; says how many they were
     */
    public static void runInBatches(Logger log, String failure, IntUnaryOperator chore) {
        run(log, failure, () -> {
            int done;
            do {
                done = chore.applyAsInt(BATCH);
            } while (done == BATCH);
        });
    }

    /** The innermost: a container's own exceptions say no more than that there was one. */
    private static Throwable reason(Throwable fault) {
        Throwable reason = fault;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        return reason;
    }
}
