package io.gatehouse.kernel.schedule;

import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.worker.OngoingWork;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntBiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work that a timer repeats, and that may fail until the next run. */
public final class ScheduledTask {

    private static final int BATCH = 1_000;

    private ScheduledTask() {}

    /**
     * Runs the task and lets no exception escape: after two failures in a row Payara drops a timer for good
     * (eclipse-ee4j/glassfish#20749). While the database is unavailable the run is skipped silently, because the outage
     * is logged already.
     *
     * @param failure the log line for a failure, such as "Old nonces could not be deleted"; the reason follows
     */
    public static void run(Logger log, String failure, Runnable task) {
        if (!DatabaseAvailability.current().isThere()) {
            return;
        }
        try {
            OngoingWork.current().runItem(() -> {
                task.run();
                return true;
            });
        } catch (DatabaseAwayException e) {
            log.log(Level.FINE, failure, e);
        } catch (RuntimeException e) {
            // The database may have gone away during the run, or the application ends and the beans are gone already.
            boolean expected = OngoingWork.current().isEnding()
                    || DatabaseAvailability.current().isAway();
            log.log(expected ? Level.FINE : Level.WARNING, "{0}: {1}", new Object[] {failure, reason(e)});
            log.log(Level.FINE, failure, e);
        }
    }

    /**
     * Runs the task batch by batch until a batch is not full. A failure ends it until the next run; batches that were
     * done stay done, so that even a large backlog is finished.
     *
     * @param task processes at most the given number of rows in its own transaction, and returns how many it processed
     */
    public static void runInBatches(Logger log, String failure, IntUnaryOperator task) {
        run(log, failure, () -> {
            int done;
            do {
                done = task.applyAsInt(BATCH);
            } while (done == BATCH && !OngoingWork.current().isEnding());
        });
    }

    /**
     * Does the same for each part by itself: a failure of one is logged, and does not keep the others from running.
     *
     * @param failure returns the log line for a failure of a part
     */
    public static <T> void runInBatches(
            Logger log, List<T> parts, Function<T, String> failure, ToIntBiFunction<T, Integer> task) {
        for (T part : parts) {
            runInBatches(log, failure.apply(part), limit -> task.applyAsInt(part, limit));
        }
    }

    /** Returns the innermost cause: the containers' own exceptions do not tell the reason. */
    private static Throwable reason(Throwable fault) {
        Throwable reason = fault;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        return reason;
    }
}
