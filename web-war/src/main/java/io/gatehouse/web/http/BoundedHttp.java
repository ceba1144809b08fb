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
 * One exchange at a time with another server. It ends by a deadline, however slowly an answer drips in, and its body is
 * read up to a limit; beyond either, the connection is cut off. Safe for use by many threads.
 */
public final class BoundedHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;

    private final HttpClient client;
    private final Duration whole;

    BoundedHttp(HttpClient.Redirect redirects, Duration whole) {
        this.whole = whole;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(redirects)
                .build();
    }

    /** Where a call may hold a secret: it goes to the address that it was given, and to no other. */
    public static BoundedHttp withoutRedirects() {
        return new BoundedHttp(HttpClient.Redirect.NEVER, WHOLE);
    }

    /** For what is public: redirects are followed, but never from https to http. */
    public static BoundedHttp withRedirects() {
        return new BoundedHttp(HttpClient.Redirect.NORMAL, WHOLE);
    }

    /** Answered, with whatever status. */
    public record Answer(int status, String text) {

        /** Keeps what was answered out of logs. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** @throws IOException if no whole answer came in time, or it is too long; the message says which */
    public Answer exchange(HttpRequest.Builder request) throws IOException {
        // The timeout of the request itself ends with the head of its answer.
        CompletableFuture<HttpResponse<byte[]>> pending =
                begun(request.timeout(whole).build());
        try {
            HttpResponse<byte[]> answer = pending.get(whole.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new IOException("no whole answer came within " + whole.toSeconds() + " seconds", e);
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

    private CompletableFuture<HttpResponse<byte[]>> begun(HttpRequest request) throws IOException {
        try {
            return client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        } catch (IllegalArgumentException e) { // a port that is none
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
