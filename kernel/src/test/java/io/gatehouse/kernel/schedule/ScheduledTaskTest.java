package io.gatehouse.kernel.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class ScheduledTaskTest {

    private final List<String> warnings = new ArrayList<>();
    private final Logger log = Logger.getAnonymousLogger();

    ScheduledTaskTest() {
        log.setUseParentHandlers(false);
        log.addHandler(new Warnings());
    }

    @Test
    void aFailureIsLoggedWithItsReasonAndNotThrown() {
        ScheduledTask.run(log, "Old nonces could not be deleted", () -> {
            throw new IllegalStateException("transaction aborted", new IllegalStateException("the database is away"));
        });

        assertThat(warnings)
                .containsExactly(
                        "Old nonces could not be deleted: java.lang.IllegalStateException:" + " the database is away");
    }

    @Test
    void successIsNotLogged() {
        List<String> done = new ArrayList<>();

        ScheduledTask.run(log, "It could not be done", () -> done.add("it"));

        assertThat(done).containsExactly("it");
        assertThat(warnings).isEmpty();
    }

    @Test
    void batchesRunUntilOneIsNotFull() {
        List<Integer> limits = new ArrayList<>();

        ScheduledTask.runInBatches(log, "It could not be done", limit -> {
            limits.add(limit);
            return limits.size() < 3 ? limit : limit - 1;
        });

        assertThat(limits).containsExactly(1_000, 1_000, 1_000);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFailedPartIsLoggedAndTheOthersRun() {
        List<String> done = new ArrayList<>();

        ScheduledTask.runInBatches(log, List.of("a", "b", "c"), part -> part + " failed", (part, limit) -> {
            if (part.equals("b")) {
                throw new IllegalStateException("no");
            }
            done.add(part);
            return 0;
        });

        assertThat(done).containsExactly("a", "c");
        assertThat(warnings).containsExactly("b failed: java.lang.IllegalStateException: no");
    }

    @Test
    void aFailedBatchIsLoggedAndIsTheLast() {
        List<Integer> limits = new ArrayList<>();

        ScheduledTask.runInBatches(log, "Old nonces could not be deleted", limit -> {
            limits.add(limit);
            if (limits.size() == 2) {
                throw new IllegalStateException("the database is away");
            }
            return limit;
        });

        assertThat(limits).hasSize(2);
        assertThat(warnings)
                .containsExactly(
                        "Old nonces could not be deleted: java.lang.IllegalStateException:" + " the database is away");
    }

    private final class Warnings extends Handler {

        @Override
        public void publish(LogRecord message) {
            if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(new SimpleFormatter().formatMessage(message));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
