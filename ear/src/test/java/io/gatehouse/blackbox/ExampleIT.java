package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.server.MicroProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("examples/")
class ExampleIT {

    @RegisterExtension
    static final MicroProcess server = new MicroProcess();

    @Test
    @Timeout(120)
    @DisplayName("install-over-chat.sh gets every answer that it expects")
    void installOverChatGetsEveryAnswerThatItExpects() throws IOException, InterruptedException {
        Path script = Path.of("..", "examples", "install-over-chat.sh")
                .toAbsolutePath()
                .normalize();
        Process example = new ProcessBuilder(
                        "bash", script.toString(), server.gatehouse().baseUri().toString())
                .redirectErrorStream(true)
                .start();
        example.getOutputStream().close();
        String output = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(example.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        assertThat(example.exitValue()).as(output).isZero();
    }
}
