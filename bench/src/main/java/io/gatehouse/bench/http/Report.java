package io.gatehouse.bench.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the results as a table. */
final class Report {

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Map<HotPath, HotPaths.Measured>> runs = new HashMap<>();

    Report() {
        lines.add(String.format(
                "%-12s %10s %-11s %12s %10s %8s",
                "database", "identities", "path", "requests/s", "p99 ms", "of no-op"));
    }

    void add(String database, long identities, Map<HotPath, HotPaths.Measured> run) {
        runs.put(database + identities, run);
        run.forEach((path, measured) -> lines.add(String.format(
                Locale.ROOT,
                "%-12s %10d %-11s %12.0f %10.1f %8.2f",
                database,
                identities,
                path.script(),
                measured.figures().perSecond(),
                measured.figures().p99Millis(),
                measured.ofBaseline())));
    }

    void add(String line) {
        lines.add(line);
    }

    void compare(String database, HotPath path, long few, long many) {
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s among %d takes %.2f times its time among %d",
                database,
                path.script(),
                many,
                of(database, few, path).ofBaseline() / of(database, many, path).ofBaseline(),
                few));
    }

    void print() {
        System.out.println();
        lines.forEach(System.out::println);
    }

    private HotPaths.Measured of(String database, long identities, HotPath path) {
        HotPaths.Measured measured =
                runs.getOrDefault(database + identities, Map.of()).get(path);
        if (measured == null) {
            throw new IllegalStateException("not measured: " + path.script());
        }
        return measured;
    }
}
