package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.server.MicroProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** examples/echo-agent, as its README starts it. */
@DisplayName("the echo agent")
class EchoAgentIT {

    private static final Path JAR =
            Path.of(System.getProperty("gatehouse.echo.jar", "../examples/echo-agent/target/echo-agent.jar"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final MicroProcess server = new MicroProcess().with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN);

    @TempDir
    private Path directory;

    private final String host = "h" + UUID.randomUUID();
    private final String room = "!" + UUID.randomUUID() + ":localhost";
    private Process echo;

    @BeforeEach
    void start() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        command.environment().put("GATEHOUSE_URL", server.gatehouse().baseUri().toString());
        command.environment().put("GATEHOUSE_HOST_TOKEN", Gatehouse.HOST_TOKEN);
        command.environment().put("ECHO_HOST", host);
        echo = command.start();
        Awaitility.await("the echo agent").atMost(PATIENCE).until(() -> said().contains("Listening as " + userId()));
    }

    @AfterEach
    void stop() {
        echo.destroyForcibly();
    }

    @Test
    @Timeout(180)
    @DisplayName("answers, comes back to a server that was gone, and takes its leave on Ctrl-C")
    void answersComesBackAndTakesItsLeave() throws IOException, InterruptedException {
        RegisteredAgent speaker = RegisteredAgent.at(server.gatehouse());
        String first = say(speaker, "Tea?");
        awaitEcho(speaker, "Tea?", first);

        server.stop();
        server.start();
        String second = say(speaker, "Still there?");
        awaitEcho(speaker, "Still there?", second);
        assertThat(speaker.bodies()).as("each was answered once").containsExactly("Tea?", "Still there?");
        assertThat(registered().getString("status")).isEqualTo("active");

        interrupt();
        assertThat(echo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(said())
                .isTrue();
        assertThat(said()).endsWith("Gone\n");
        JsonObject gone = registered();
        assertThat(gone.getString("status")).isEqualTo("retired");
        assertThat(gone.getInt("active_tokens")).isZero();
    }

    private void awaitEcho(RegisteredAgent speaker, String body, String eventId) {
        Awaitility.await("the echo of " + body).atMost(PATIENCE).until(() -> speaker.inbox().stream()
                .anyMatch(message -> message.getString("body").equals(body)
                        && message.getString("sender").equals(userId())
                        && message.getString("msgtype").equals("m.notice")
                        && message.getString("reply_to").equals(eventId)));
    }

    private String say(RegisteredAgent speaker, String body) {
        return speaker.caller()
                .post(
                        "/bridge/v1/messages",
                        Json.createObjectBuilder()
                                .add("room_id", room)
                                .add("body", body)
                                .add("mentions", Json.createArrayBuilder().add(userId())))
                .expecting(200)
                .json()
                .getString("event_id");
    }

    private JsonObject registered() {
        return server.gatehouse()
                .host()
                .get("/bridge/v1/agents?status=all&host=" + host)
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getJsonObject(0);
    }

    /** As a terminal does on Ctrl-C. */
    private void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", String.valueOf(echo.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private String userId() {
        return "@agent-echo-" + host + ":localhost";
    }

    private String said() throws IOException {
        return Files.readString(output());
    }

    private Path output() {
        return directory.resolve("echo.log");
    }
}
