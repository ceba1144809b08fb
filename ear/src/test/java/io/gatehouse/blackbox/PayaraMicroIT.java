package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.ServerLog;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse-micro.jar, on Payara Micro")
class PayaraMicroIT implements EveryServer {

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .with("gatehouse.matrix.hs-token", Gatehouse.HS_TOKEN);

    @Test
    @DisplayName("describes the paths of the development issuer, which is in a library of the WAR")
    void describesThePathsOfTheDevelopmentIssuer() {
        assertThat(gatehouse()
                        .anyone()
                        .get("/openapi")
                        .expecting(200)
                        .json()
                        .getJsonObject("paths")
                        .keySet())
                .contains("/dev/token", "/dev/jwks");
    }

    @AfterAll
    static void noRequestWasAFaultOfTheServers() {
        assertThat(server.log().faultsWithStacksSince(0)).isEmpty();
        assertThat(server.console()).doesNotContain("SLF4J");
    }

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public ServerLog serverLog() {
        return server.log();
    }

    @Test
    @DisplayName("does not speak HTTP/2 in plain text, which a proxy in front could not have filtered")
    void speaksNoHttp2InPlainText() throws IOException, InterruptedException {
        HttpResponse<Void> upgraded = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(
                        HttpRequest.newBuilder(gatehouse().baseUri().resolve("/health/live"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(upgraded.version()).isEqualTo(HttpClient.Version.HTTP_1_1);

        URI server = gatehouse().baseUri();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
            int first = socket.getInputStream().read();
            assertThat(first).as("not the length of a frame").isIn(-1, (int) 'H');
        }
    }

    @Test
    @DisplayName("its console has one line about what runs, and no warnings")
    void itsConsoleIsQuiet() {
        assertThat(server.console().lines())
                .filteredOn(line -> line.contains("Gatehouse 0."))
                .singleElement()
                .asString()
                .contains(
                        "(development) with H2 ",
                        ", on Payara Micro ",
                        ", Java " + Runtime.version().feature());
        assertThat(server.console()).contains("Ctrl-C stops it.");
        String start = server.console().split("Ctrl-C stops it", 2)[0];
        assertThat(start).doesNotContain(" WARNING ", " SEVERE ", "\tat ");
    }
}
