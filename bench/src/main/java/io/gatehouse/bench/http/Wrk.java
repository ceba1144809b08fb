package io.gatehouse.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the load generator: 32 connections, one thread, requests from a Lua script. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("\\s99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final Path scripts;
    private final String baseUrl;
    private final Map<String, String> environment;
    private int runs;

    Wrk(Path scripts, String baseUrl, Map<String, String> environment) {
        this.scripts = scripts;
        this.baseUrl = baseUrl;
        this.environment = environment;
    }

    /**
     * The result of one run.
     *
     * @param perSecond requests per second
     * @param p99Millis time within which 99 of 100 requests were answered, in milliseconds
     */
    record Figures(double perSecond, double p99Millis) {}

    /** @throws IllegalStateException if any request was refused, because the figures would be meaningless */
    Figures run(String script, Duration time) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "wrk",
                "-t1",
                "-c32",
                "-d" + Math.max(1, time.toSeconds()) + "s",
                "--latency",
                "-s",
                scripts.resolve(script + ".lua").toString(),
                baseUrl);
        builder.environment().putAll(environment);
        builder.environment().put("SEED", Integer.toString(++runs));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || REFUSED.matcher(output).find()) {
            throw new IllegalStateException("wrk " + script + " failed or was refused:\n" + output);
        }
        Matcher p99 = find(P99, output);
        double unit = p99.group(2).equals("us") ? 0.001 : p99.group(2).equals("ms") ? 1 : 1000;
        return new Figures(Double.parseDouble(find(RATE, output).group(1)), Double.parseDouble(p99.group(1)) * unit);
    }

    private static Matcher find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk printed no " + pattern + ":\n" + output);
        }
        return matcher;
    }
}
