package io.gatehouse.web.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP client with a limit of 5 seconds for the timeout exchange, however slowly the answer arrives, and of 256 KiB
 * for the body. Beyond either, the connection is closed. Blocks the caller. Thread-safe.
 */
public final class BoundedHttp {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 256 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    BoundedHttp(HttpClient.Redirect redirects, Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(redirects)
                .build();
    }

    /** For requests that may carry a secret: redirects are not followed, so it is sent only to the given address. */
    public static BoundedHttp withoutRedirects() {
        return new BoundedHttp(HttpClient.Redirect.NEVER, TOTAL_TIMEOUT);
    }

    /** For public content: redirects are followed, but never from https to http. */
    public static BoundedHttp withRedirects() {
        return new BoundedHttp(HttpClient.Redirect.NORMAL, TOTAL_TIMEOUT);
    }

    /** An answer of any status. */
    public record Answer(int status, String text) {

        /** Keeps the body out of logs. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** @throws IOException if the answer is not complete in time or is too long; the message says which */
    public Answer exchange(HttpRequest.Builder request) throws IOException {
        // The request's own timeout only covers the time until the answer's headers.
        CompletableFuture<HttpResponse<byte[]>> pending =
                start(request.timeout(timeout).build());
        try {
            HttpResponse<byte[]> answer = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new IOException("no whole answer came within " + timeout.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(why(cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the answer");
        } finally {
            pending.cancel(true);
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> start(HttpRequest request) throws IOException {
        try {
            return client.sendAsync(request, head -> new BoundedBody(MAX_BYTES));
        } catch (IllegalArgumentException e) { // an invalid port
            throw new IOException(why(e), e);
        }
    }

    /** The JDK's exceptions often have no message. */
    private static String why(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + message;
    }
}
