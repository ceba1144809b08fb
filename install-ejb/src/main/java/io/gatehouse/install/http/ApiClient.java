package io.gatehouse.install.http;

import io.gatehouse.domain.config.ChannelSettings;
import io.gatehouse.domain.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, each once: it follows no redirect and tries nothing again by itself. Answers are read up to a limit and a
 * deadline. Safe for use by many threads.
 */
@ApplicationScoped
public class ApiClient {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int MOST_CONNECTIONS = 64;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final TimeValue IDLE = TimeValue.ofSeconds(10);

    private CloseableHttpClient http;
    private Duration timeout;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ApiClient() {}

    @Inject
    public ApiClient(Settings settings) {
        ChannelSettings channels = settings.channels();
        this.timeout = channels.timeout();
        Timeout patience = Timeout.of(timeout);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedNames(channels.internalAddresses()))
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .setTimeToLive(IDLE)
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(0))
                                .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(patience).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Gatehouse")
                .build();
    }

    public ApiAnswer call(ApiRequest request) {
        ClassicRequestBuilder call =
                ClassicRequestBuilder.create(request.method()).setUri(request.uri());
        request.headers().forEach(call::setHeader);
        String body = request.body();
        if (body != null) {
            call.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        long deadline = System.nanoTime() + timeout.multipliedBy(2).toNanos();
        try {
            return http.execute(call.build(), response -> answer(response, deadline));
        } catch (ConnectException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | NoRouteToHostException
                | SSLException
                | UnknownHostException e) {
            return new ApiAnswer.NotSent(why(e));
        } catch (IOException e) {
            return new ApiAnswer.Unknown(why(e));
        }
    }

    private static ApiAnswer answer(ClassicHttpResponse response, long deadline) throws IOException {
        return new ApiAnswer.Answered(response.getCode(), retryAfter(response), body(response, deadline));
    }

    private static String body(ClassicHttpResponse response, long deadline) throws IOException {
        if (response.getEntity() == null) {
            return "";
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = response.getEntity().getContent()) {
            for (int read = in.read(buffer); read >= 0 && body.size() < LARGEST_ANSWER; read = in.read(buffer)) {
                body.write(buffer, 0, read);
                if (System.nanoTime() > deadline) {
                    throw new InterruptedIOException("the answer takes too long");
                }
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** The form in seconds (RFC 9110 section 10.2.3); platforms use no other. */
    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        String seconds = header == null ? null : header.getValue().strip();
        if (seconds == null || !seconds.matches("\\d{1,9}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Of the exceptions' own texts some hold the address that was called, and with it a token. */
    private static String why(IOException e) {
        return e instanceof UnknownHostException
                        && String.valueOf(e.getMessage()).startsWith("the host")
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    /** Whether a host is written as an address, and that one is not public. */
    static boolean isInternalLiteral(String host) {
        boolean literal = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        try {
            return literal && !PublicAddresses.contain(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    @PreDestroy
    void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
