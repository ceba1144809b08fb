package io.gatehouse.install.channel.http;

import io.gatehouse.kernel.config.ChannelSettings;
import io.gatehouse.kernel.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP client that makes each call once: it follows no redirects and does not retry. A call ends at a deadline in any
 * case, and only a limited part of the answer is read. Thread-safe.
 */
@ApplicationScoped
public class ApiClient {

    private static final int MAX_CONNECTIONS = 64;
    private static final TimeValue TIME_TO_LIVE = TimeValue.ofSeconds(10);

    /** Without these limits, an endless header section would fill the memory. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(32 * 1024)
            .setMaxHeaderCount(200)
            .build();

    /**
     * In timeouts. A call ends earlier than the lease of its message, after which another node may send the message.
     */
    private static final int MAX_TIMEOUTS = 4;

    /** The reason for a call that was cut off: which exception it throws depends on where it was interrupted. */
    private static final String TIMED_OUT = InterruptedIOException.class.getSimpleName();

    private CloseableHttpClient http;
    private DnsResolver names;
    private ScheduledExecutorService deadlines;
    private Duration maxDuration;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ApiClient() {}

    @Inject
    public ApiClient(Settings settings) {
        this(
                settings.channels(),
                new GuardedDnsResolver(settings.channels().internalAddresses()),
                DefaultClientTlsStrategy.createDefault());
    }

    ApiClient(ChannelSettings channels, DnsResolver names, TlsSocketStrategy tls) {
        Timeout timeout = Timeout.of(channels.timeout());
        this.maxDuration = channels.timeout().multipliedBy(MAX_TIMEOUTS);
        this.names = names;
        this.deadlines = deadlines();
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        // Not used, because calls contain a resolved address; set so that the check applies in any
                        // case.
                        .setDnsResolver(names)
                        .setTlsSocketStrategy(tls)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(LIMITS)
                                .build())
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(MAX_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setTimeToLive(TIME_TO_LIVE)
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(0))
                                .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(timeout).build())
                        .build())
                .setRequestExecutor(new RequestStartTracker())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Gatehouse")
                .build();
    }

    /** Has its own thread, because deadlines must hold even if all other threads block. */
    private static ScheduledExecutorService deadlines() {
        ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "gatehouse-api-deadlines");
                    thread.setDaemon(true);
                    return thread;
                },
                // After the shutdown connections are closed as well, so that calls fail without a deadline.
                new ThreadPoolExecutor.DiscardPolicy());
        deadlines.setRemoveOnCancelPolicy(true);
        return deadlines;
    }

    /**
     * Tries the addresses of the host one after another until one accepts the request. The library is not used for
     * this: between two addresses it neither checks a deadline nor stops if it is cancelled.
     */
    public ApiAnswer call(ApiRequest request) {
        long end = System.nanoTime() + maxDuration.toNanos();
        HttpHost host;
        InetAddress[] addresses;
        try {
            host = HttpHost.create(request.uri());
            addresses = names.resolve(host.getHostName());
        } catch (IllegalArgumentException e) {
            // The URL was stored by a version whose validation was less strict.
            return new ApiAnswer.NotSent("the address is none that can be called");
        } catch (UnknownHostException e) {
            return new ApiAnswer.NotSent(why(e));
        }
        ApiAnswer answer = new ApiAnswer.NotSent(TIMED_OUT);
        for (int i = 0;
                i < addresses.length && answer instanceof ApiAnswer.NotSent && System.nanoTime() - end < 0;
                i++) {
            HttpHost address = new HttpHost(host.getSchemeName(), addresses[i], host.getHostName(), host.getPort());
            answer = callAt(address, request, end);
        }
        return answer;
    }

    private ApiAnswer callAt(HttpHost address, ApiRequest request, long end) {
        HttpUriRequestBase call = toCall(request);
        HttpClientContext context = HttpClientContext.create();
        Future<?> deadline = deadlines.schedule(call::cancel, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return ApiResponses.read(http.executeOpen(address, call, context));
        } catch (IOException | IllegalStateException e) {
            // The library throws IllegalStateException if it finds a call cancelled, or itself closed, between two
            // steps.
            String why = call.isCancelled() ? TIMED_OUT : why(e);
            return RequestStartTracker.isBegun(context) ? new ApiAnswer.Unknown(why) : new ApiAnswer.NotSent(why);
        } finally {
            deadline.cancel(false);
            // Closing the response would read the rest of it, however long. Cancelling cuts it off instead. It does not
            // affect a connection whose response was read completely: that one is already back in the pool.
            call.cancel();
        }
    }

    private static HttpUriRequestBase toCall(ApiRequest request) {
        HttpUriRequestBase call = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(call::setHeader);
        String body = request.body();
        if (body != null) {
            call.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        return call;
    }

    /** Returns the class name, because the message of some exceptions contains the URL, and with it a token. */
    private static String why(Exception e) {
        return e instanceof UnknownHostException
                        && String.valueOf(e.getMessage()).startsWith("the host")
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    /** Whether a host is an IP address literal that is not public. */
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
        deadlines.shutdown();
    }
}
