package io.gatehouse.install.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.channel.http.ApiAnswer.Answered;
import io.gatehouse.install.channel.http.ApiAnswer.NotSent;
import io.gatehouse.install.channel.http.ApiAnswer.Unknown;
import io.gatehouse.kernel.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * APIs whose answers never end. Runs in a separate thread, because a test that blocks on a socket cannot be
 * interrupted.
 */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApiClientDeadlineTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final Settings shortTimeout = Settings.of(Map.of("gatehouse.channel.timeout", "PT0.3S"));
    private final Settings longTimeout = Settings.of(Map.of("gatehouse.channel.timeout", "PT10S"));
    private final ApiClient client = new ApiClient(shortTimeout);
    private final ApiClient patient = new ApiClient(longTimeout);
    private TestApi api = new TestApi(Socket::close);

    @AfterEach
    void stop() throws IOException {
        api.close();
        client.close();
        patient.close();
    }

    @Test
    void anEndlessBodyIsReadUpToTheLimit() throws Exception {
        serve(connection -> {
            TestApi.readRequest(connection.getInputStream());
            TestApi.write(connection.getOutputStream(), CHUNKED);
            TestApi.flood(connection.getOutputStream(), "5\r\nwords\r\n");
        });

        ApiAnswer answer = patient.call(ApiRequest.get(api.url("http")));

        assertThat(answer).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.body())
                .startsWith("wordswords")
                .hasSizeBetween(256 * 1024, 512 * 1024));
        assertThat(api.isCutOff()).isTrue();
    }

    @Test
    void aSlowBodyIsCutOffAtTheDeadline() throws Exception {
        serve(connection -> {
            TestApi.readRequest(connection.getInputStream());
            TestApi.write(connection.getOutputStream(), CHUNKED);
            api.drip(connection.getOutputStream(), "1\r\nx\r\n");
        });

        assertThat(client.call(ApiRequest.get(api.url("http")))).isInstanceOf(Unknown.class);
        assertThat(api.isCutOff()).isTrue();
    }

    @Test
    void aSlowHeaderSectionIsCutOffAtTheDeadline() throws Exception {
        serve(connection -> {
            TestApi.readRequest(connection.getInputStream());
            TestApi.write(connection.getOutputStream(), "HTTP/1.1 200 OK\r\nX: ");
            api.drip(connection.getOutputStream(), "x");
        });

        assertThat(client.call(ApiRequest.get(api.url("http")))).isInstanceOf(Unknown.class);
        assertThat(api.isCutOff()).isTrue();
    }

    @Test
    void anEndlessHeaderSectionIsReadUpToTheLimit() throws Exception {
        serve(connection -> {
            TestApi.readRequest(connection.getInputStream());
            TestApi.write(connection.getOutputStream(), "HTTP/1.1 200 OK\r\n");
            TestApi.flood(connection.getOutputStream(), "X: x\r\n");
        });

        assertThat(patient.call(ApiRequest.get(api.url("http")))).isEqualTo(new Unknown("MessageConstraintException"));
        assertThat(api.isCutOff()).isTrue();
    }

    @Test
    void endlessInterimResponsesAreCutOffAtTheDeadline() throws Exception {
        serve(connection -> {
            TestApi.readRequest(connection.getInputStream());
            api.drip(connection.getOutputStream(), "HTTP/1.1 102 Processing\r\n\r\n");
        });

        assertThat(client.call(ApiRequest.get(api.url("http")))).isInstanceOf(Unknown.class);
        assertThat(api.isCutOff()).isTrue();
    }

    @Test
    void aSlowHandshakeIsCutOffAtTheDeadline() throws Exception {
        serve(connection -> {
            // The header of a TLS record of 16 KB, as in TLS 1.2 and 1.3.
            TestApi.write(connection.getOutputStream(), "\u0016\u0003\u0003@\u0000");
            api.drip(connection.getOutputStream(), "x");
        });

        assertThat(client.call(ApiRequest.get(api.url("https")))).isInstanceOf(NotSent.class);
        assertThat(api.isCutOff()).isTrue();
    }

    @Test
    void allAddressesOfAHostShareOneDeadline() throws IOException {
        serve(connection -> api.silence());
        ApiClient unanswered = clientOf(
                shortTimeout,
                Collections.nCopies(100, InetAddress.getLoopbackAddress()).toArray(InetAddress[]::new));

        assertThat(unanswered.call(ApiRequest.get(api.url("https")))).isInstanceOf(NotSent.class);
        unanswered.close();
    }

    @Test
    void ifOneAddressOfAHostIsUnreachableTheNextIsCalled() throws IOException {
        serve(connection -> {
            TestApi.readRequest(connection.getInputStream());
            TestApi.write(connection.getOutputStream(), "HTTP/1.1 204 Fine\r\n\r\n");
        });
        InetAddress unreachable = InetAddress.getByAddress(new byte[] {127, 0, 0, 99});
        ApiClient fallback = clientOf(longTimeout, unreachable, InetAddress.getLoopbackAddress());

        assertThat(fallback.call(ApiRequest.get(api.url("http")))).isEqualTo(new Answered(204, null, ""));
        fallback.close();
    }

    @Test
    void aClosedClientSendsNothing() throws IOException {
        serve(Socket::close);
        client.close();

        assertThat(client.call(ApiRequest.get(api.url("http")))).isInstanceOf(NotSent.class);
    }

    private void serve(TestApi.Script script) throws IOException {
        api.close();
        api = new TestApi(script);
    }

    private ApiClient clientOf(Settings settings, InetAddress... addresses) {
        return new ApiClient(
                settings.channels(),
                new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        return addresses;
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                },
                DefaultClientTlsStrategy.createDefault());
    }
}
