package io.gatehouse.install.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.channel.http.ApiAnswer.Answered;
import io.gatehouse.install.channel.http.ApiAnswer.NotSent;
import io.gatehouse.install.channel.http.ApiAnswer.Unknown;
import io.gatehouse.kernel.config.Settings;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS failures before a request is sent, and after. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApiClientTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** A TLS record of 32 bytes that is not encrypted. */
    private static final String FORGED = "\u0017\u0003\u0003\u0000 " + "x".repeat(32);

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static SSLContext known;

    private final Settings settings = Settings.of(Map.of("gatehouse.channel.timeout", "PT10S"));
    private final ApiClient client =
            new ApiClient(settings.channels(), new GuardedDnsResolver(true), new DefaultClientTlsStrategy(known));
    private TestApi api = new TestApi(Socket::close);

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = directory.resolve("api.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", "api"));
        command.addAll(List.of("-dname", "CN=api", "-ext", "SAN=ip:127.0.0.1"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        assertThat(new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        known = SSLContextBuilder.create()
                .loadKeyMaterial(store, PASSWORD, PASSWORD)
                .loadTrustMaterial(store, PASSWORD)
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        api.close();
        client.close();
    }

    @Test
    void anAnswerOverTlsIsReturned() throws IOException {
        serve(connection -> {
            SSLSocket tls = tls(connection);
            TestApi.readRequest(tls.getInputStream());
            TestApi.write(tls.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });

        assertThat(call()).isEqualTo(new Answered(200, null, "{}"));
    }

    @Test
    void aFailureAfterTheRequestHasAnUnknownOutcome() throws IOException {
        serve(connection -> {
            TestApi.readRequest(tls(connection).getInputStream());
            TestApi.write(connection.getOutputStream(), FORGED);
            api.silence();
        });

        assertThat(call()).isInstanceOf(Unknown.class);
    }

    @Test
    void aFailureBeforeTheRequestIsNotSent() throws IOException {
        serve(connection -> TestApi.write(connection.getOutputStream(), "no record of TLS"));

        assertThat(call()).isInstanceOf(NotSent.class);
    }

    @Test
    void nothingIsSentToAServerWithAnUnknownCertificate() throws IOException {
        serve(connection -> TestApi.readRequest(tls(connection).getInputStream()));
        ApiClient untrusting = new ApiClient(settings);

        assertThat(untrusting.call(ApiRequest.postJson(api.url("https"), "{}"))).isInstanceOf(NotSent.class);
        untrusting.close();
    }

    @Test
    void anEndlessBodyOverTlsIsCutOff() throws Exception {
        serve(connection -> {
            SSLSocket tls = tls(connection);
            TestApi.readRequest(tls.getInputStream());
            TestApi.write(tls.getOutputStream(), "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            TestApi.flood(tls.getOutputStream(), "5\r\nwords\r\n");
        });

        assertThat(call()).isInstanceOf(Answered.class);
        assertThat(api.isCutOff()).isTrue();
    }

    @Test
    void anEndlessHeaderLineIsCutOff() throws Exception {
        serve(connection -> {
            SSLSocket tls = tls(connection);
            TestApi.readRequest(tls.getInputStream());
            TestApi.write(tls.getOutputStream(), "HTTP/1.1 200 OK\r\nX: ");
            TestApi.flood(tls.getOutputStream(), "words");
        });

        assertThat(call()).isEqualTo(new Unknown("MessageConstraintException"));
        assertThat(api.isCutOff()).isTrue();
    }

    private ApiAnswer call() {
        return client.call(ApiRequest.postJson(api.url("https"), "{}"));
    }

    private void serve(TestApi.Script script) throws IOException {
        api.close();
        api = new TestApi(script);
    }

    private static SSLSocket tls(Socket connection) throws IOException {
        SSLSocket tls =
                (SSLSocket) known.getSocketFactory().createSocket(connection, null, connection.getPort(), false);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return tls;
    }
}
