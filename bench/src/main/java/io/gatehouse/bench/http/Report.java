package io.gatehouse.bench.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a table. */
final class Report {

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Map<HotPath, Wrk.Figures>> runs = new HashMap<>();

    Report() {
        lines.add(String.format(
                "%-12s %10s %-11s %12s %10s %8s",
                "database", "identities", "path", "requests/s", "p99 ms", "of no-op"));
    }

    void add(String database, long identities, Map<HotPath, Wrk.Figures> run) {
        runs.put(database + identities, run);
        run.forEach((path, figures) -> lines.add(String.format(
                Locale.ROOT,
                "%-12s %10d %-11s %12.0f %10.1f %8.2f",
                database,
                identities,
                path.script(),
                figures.perSecond(),
                figures.p99Millis(),
                1 / relativeTime(run, path))));
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
                relativeTime(run(database, many), path) / relativeTime(run(database, few), path),
                few));
    }

    void print() {
        System.out.println();
        lines.forEach(System.out::println);
    }

    private Map<HotPath, Wrk.Figures> run(String database, long identities) {
        return runs.getOrDefault(database + identities, Map.of());
    }

    /** In units of a no-op of the same run, so that the machine's mood cancels out. */
    private static double relativeTime(Map<HotPath, Wrk.Figures> run, HotPath path) {
        return of(run, path.baseline()).perSecond() / of(run, path).perSecond();
    }

    private static Wrk.Figures of(Map<HotPath, Wrk.Figures> run, HotPath path) {
        Wrk.Figures figures = run.get(path);
        if (figures == null) {
            throw new IllegalStateException("not measured: " + path.script());
        }
        return figures;
    }
}
