package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatehouse.blackbox.cases.EchoAgentCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RunningHost;
import io.gatehouse.blackbox.server.MicroProcess;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("examples/")
@Timeout(120)
class ExampleIT implements EchoAgentCases {

    @RegisterExtension
    static final MicroProcess server = new MicroProcess().with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN);

    @Override
    public MicroProcess server() {
        return server;
    }

    /** The exit code and output of a script. */
    private record Ended(int exitCode, String output) {

        private Ended expecting(int code) {
            assertThat(exitCode).as(output).isEqualTo(code);
            return this;
        }
    }

    @ParameterizedTest(name = "{0} gets every answer that it expects")
    @ValueSource(strings = {"install-over-chat.sh", "signed-request.sh"})
    void everyExampleGetsEveryAnswerThatItExpects(String name) throws IOException, InterruptedException {
        run(Map.of(), name, url()).expecting(0);
    }

    @Test
    @DisplayName("reconcile.sh prints the drift, applies it if told to, and reports why it did not")
    void reconcilePrintsAndAppliesTheDrift(@TempDir Path directory) throws IOException, InterruptedException {
        requireJq();
        RunningHost host = RunningHost.ofTheOperator(server.gatehouse());
        List.of("echo", "gone").forEach(host::registered);
        String file = configuration(directory, host.name(), "echo", "new");

        Ended dry = reconcile(file).expecting(0);
        assertThat(dry.output())
                .containsPattern("active +1  echo")
                .containsPattern("retired +1  gone")
                .containsPattern("phantom +1  gone")
                .containsPattern("unregistered +1  new")
                .contains("Nothing has changed");
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active", "gone", "active"));

        assertThat(reconcile("--apply", file).expecting(0).output()).contains("Applied:");
        assertThat(host.statuses()).isEqualTo(Map.of("echo", "active", "gone", "retired"));
        host.registered("new");
        assertThat(reconcile(file).expecting(0).output()).contains("There is no drift");
    }

    @Test
    @DisplayName("reconcile.sh fails if the registry refuses, and on invalid arguments")
    void reconcileFails(@TempDir Path directory) throws IOException, InterruptedException {
        requireJq();
        RunningHost host = RunningHost.ofTheOperator(server.gatehouse());
        List.of("a", "b", "c", "d", "e").forEach(host::registered);
        String nothing = configuration(directory, host.name());

        assertThat(reconcile("--apply", nothing).expecting(1).output()).contains("409 mass_retire", "5 of 5");
        assertThat(host.statuses()).hasSize(5).doesNotContainValue("retired");
        reconcile("--apply", "--force", nothing).expecting(0);
        assertThat(host.statuses()).hasSize(5).containsValue("retired").doesNotContainValue("active");

        assertThat(reconcile(configuration(directory, RunningHost.newName(), "echo"))
                        .expecting(1)
                        .output())
                .contains("404 unknown_host");
        assertThat(reconcile(configuration(directory, host.name(), "Echo"))
                        .expecting(1)
                        .output())
                .contains("400 invalid_body", "/agents/0/alias");
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"host\": 7}");
        reconcile(broken.toString()).expecting(1);
        reconcile(directory.resolve("none.json").toString()).expecting(1);
        reconcile().expecting(2);
        reconcile("--aply", nothing).expecting(2);
        run(Map.of(), "reconcile.sh", nothing, url()).expecting(2);
        assertThat(run(Map.of("GATEHOUSE_HOST_TOKEN", "mhst_wrong"), "reconcile.sh", nothing, url())
                        .expecting(1)
                        .output())
                .contains("401 invalid_token")
                .doesNotContain("mhst_wrong");
    }

    @Test
    @DisplayName("agent-comms.json is accepted by reconcile.sh")
    void theSampleIsAccepted() throws IOException, InterruptedException {
        requireJq();
        server.gatehouse()
                .host()
                .post(
                        "/bridge/v1/agents",
                        Json.createObjectBuilder().add("alias", "echo").add("host", "build-01"))
                .expecting(201);
        assertThat(reconcile(example("agent-comms.json").toString())
                        .expecting(0)
                        .output())
                .containsPattern("active +1  echo")
                .containsPattern("unregistered +2  news night-watch");
    }

    private static Ended reconcile(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(url());
        return run(
                Map.of("GATEHOUSE_HOST_TOKEN", Gatehouse.HOST_TOKEN),
                "reconcile.sh",
                arguments.length == 0 ? new String[0] : all.toArray(String[]::new));
    }

    private static String configuration(Path directory, String host, String... aliases) throws IOException {
        JsonArrayBuilder agents = Json.createArrayBuilder();
        for (String alias : aliases) {
            agents.add(Json.createObjectBuilder().add("alias", alias).add("display_name", "The " + alias));
        }
        String content = Json.createObjectBuilder()
                .add("host", host)
                .add("agents", agents)
                .build()
                .toString();
        return Files.writeString(Files.createTempFile(directory, "agent-comms", ".json"), content)
                .toString();
    }

    private static String url() {
        return server.gatehouse().baseUri().toString();
    }

    private static Path example(String name) {
        return Path.of("..", "examples", name).toAbsolutePath().normalize();
    }

    private static void requireJq() throws InterruptedException {
        try {
            Process jq = new ProcessBuilder("jq", "--version")
                    .redirectErrorStream(true)
                    .start();
            jq.getInputStream().readAllBytes();
            assertThat(jq.waitFor()).isZero();
        } catch (IOException e) {
            assumeTrue(false, "jq is not installed: install it to have examples/reconcile.sh tested, as .ci/run does");
        }
    }

    private static Ended run(Map<String, String> environment, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", example(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
        builder.environment().putAll(environment);
        Process example = builder.start();
        example.getOutputStream().close();
        String output = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(example.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        return new Ended(example.exitValue(), output);
    }
}
