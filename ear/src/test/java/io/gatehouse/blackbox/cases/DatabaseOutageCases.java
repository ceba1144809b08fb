package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.server.TcpRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With a PostgreSQL that is unreachable for some seconds. */
public interface DatabaseOutageCases extends Cases {

    /** Longer than the longest interval of the servers' timers. */
    Duration OUTAGE = Duration.ofSeconds(12);

    /** The level names of all servers. */
    Pattern WARNING = Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b");

    /** The first line of a log record. Only a commit interrupted by the outage adds records of the container's own. */
    Pattern RECORD = Pattern.compile("^\\[?\\d{4}-\\d\\d-\\d\\d[T ]");

    /** The connection to the database. */
    TcpRelay wire();

    /** The server's log file. */
    Path log();

    @Test
    @DisplayName("an unreachable database logs one line, and one more when it is back; meanwhile calls are 503")
    default void anOutageOfTheDatabaseLogsTwoLines() throws IOException {
        gatehouse().host().get("/bridge/v1/agents").expecting(200);
        int before = lines().size();

        wire().cut();
        Awaitility.await("readiness")
                .atMost(Duration.ofSeconds(5))
                .until(() -> gatehouse().anyone().get("/health/ready").status() == 503);
        Awaitility.await("the outage")
                .pollInterval(Duration.ofMillis(400))
                .atMost(OUTAGE.multipliedBy(2))
                .during(OUTAGE)
                .until(this::everythingIsUnavailable);

        wire().mend();
        Awaitility.await("the return of the database")
                .atMost(Duration.ofSeconds(3))
                .until(() -> gatehouse().anyone().get("/health/ready").status() == 200);
        gatehouse().host().get("/bridge/v1/agents").expecting(200);

        List<String> logged = lines();
        List<String> since = logged.subList(before, logged.size());
        assertThat(since)
                .filteredOn(line -> line.contains("The database is away"))
                .hasSize(1);
        assertThat(since)
                .filteredOn(line -> line.contains("The database is back"))
                .hasSize(1);
        assertThat(since).filteredOn(line -> WARNING.matcher(line).find()).hasSizeLessThanOrEqualTo(5);
        assertThat(since).filteredOn(line -> RECORD.matcher(line).find()).hasSizeLessThanOrEqualTo(12);
        assertThat(since.size()).isLessThanOrEqualTo(200);
    }

    private boolean everythingIsUnavailable() {
        Answer byToken = gatehouse().host().get("/bridge/v1/agents").expectingProblem(503, "unavailable");
        Answer byAnyone = gatehouse().anyone().get("/api/install/manifest/any").expectingProblem(503, "unavailable");
        assertThat(byToken.header("Retry-After")).isNotEmpty();
        assertThat(byAnyone.header("Retry-After")).isNotEmpty();
        return gatehouse().anyone().get("/health/ready").status() == 503;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
