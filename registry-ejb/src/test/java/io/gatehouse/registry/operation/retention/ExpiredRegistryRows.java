package io.gatehouse.registry.operation.retention;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestRetention;
import java.time.InstantSource;
import java.util.Map;

/** Runs the registry's timer over a test's database. */
public final class ExpiredRegistryRows {

    private ExpiredRegistryRows() {}

    public static void deleteHourly(TestDatabase database, InstantSource clock) {
        timer(database, clock).deleteEveryHour();
    }

    static RegistryRetentionTimer timer(TestDatabase database, InstantSource clock) {
        return new RegistryRetentionTimer(TestRetention.over(database, clock), Settings.of(Map.of()));
    }
}
