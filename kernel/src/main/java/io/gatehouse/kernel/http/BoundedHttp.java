package io.gatehouse.kernel.http;

import io.gatehouse.kernel.http.FailedExchangeException.Reason;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP client with limits for the duration of the whole exchange, however slowly the answer arrives, and for the size
 * of the body. Beyond either, the connection is closed. Does not retry. Blocks the caller. Thread-safe.
 */
public final class BoundedHttp {

    private final HttpClient client;
    private final Limits limits;

    /**
     * Limits of an exchange.
     *
     * @param connect how long a connection may take
     * @param exchange how long all of it may take, from connecting to the last byte of the answer
     * @param bytes maximum size of the answer's body
     */
    public record Limits(Duration connect, Duration exchange, int bytes) {

        /** For a small document of a server that answers at once. */
        public static final Limits SMALL_DOCUMENT =
                new Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 256 * 1_024);
    }

    private BoundedHttp(Limits limits, HttpClient.Redirect redirects) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                .followRedirects(redirects)
                .build();
    }

    /** For requests that may carry a secret: redirects are not followed, so it is sent only to the given address. */
    public static BoundedHttp withoutRedirects(Limits limits) {
        return new BoundedHttp(limits, HttpClient.Redirect.NEVER);
    }

    /** For public content: redirects are followed, but never from https to http. */
    public static BoundedHttp withRedirects(Limits limits) {
        return new BoundedHttp(limits, HttpClient.Redirect.NORMAL);
    }

    /**
     * An answer of any status.
     *
     * @param text the body, read as UTF-8
     */
    public record Answer(int status, HttpHeaders headers, String text) {

        /** Keeps the body out of logs. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** @throws FailedExchangeException if the answer is not complete in time or is too long; the message says which */
    public Answer exchange(HttpRequest.Builder request) throws FailedExchangeException {
        return exchange(request, limits.exchange());
    }

    /**
     * @param timeout instead of the limit for the exchange
     * @throws FailedExchangeException if the answer is not complete in time or is too long; the message says which
     */
    public Answer exchange(HttpRequest.Builder request, Duration timeout) throws FailedExchangeException {
        // The request's own timeout only covers the time until the answer's headers.
        CompletableFuture<HttpResponse<byte[]>> pending =
                start(request.timeout(timeout).build());
        try {
            HttpResponse<byte[]> answer = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new FailedExchangeException(
                    Reason.TIMED_OUT, "no whole answer came within " + timeout.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedExchangeException(Reason.TIMED_OUT, "interrupted while waiting for the answer", e);
        } finally {
            pending.cancel(true);
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> start(HttpRequest request) throws FailedExchangeException {
        try {
            return client.sendAsync(request, head -> new BoundedBody(limits.bytes()));
        } catch (IllegalArgumentException e) { // an invalid port
            throw failed(e);
        }
    }

    private static FailedExchangeException failed(Throwable cause) {
        Reason reason = cause instanceof HttpTimeoutException
                ? Reason.TIMED_OUT
                : cause instanceof BoundedBody.TooLongException ? Reason.TOO_LONG : Reason.CONNECTION;
        return new FailedExchangeException(reason, why(cause), cause);
    }

    /** The JDK's exceptions often have no message. */
    private static String why(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + message;
    }
}
