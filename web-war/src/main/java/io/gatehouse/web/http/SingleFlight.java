package io.gatehouse.web.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Has something fetched by one caller at a time. Callers that come meanwhile share what that one gets; if it takes long,
 * they fail instead of waiting with it, so that a server that stalls holds one thread and not all.
 */
public final class SingleFlight<T> {

    private static final Duration SHARED_WAIT = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable CompletableFuture<T>> flight = new AtomicReference<>();

    /** Fetches. */
    @FunctionalInterface
    public interface Fetch<T> {

        T fetch() throws IOException;
    }

    /** Whether some caller fetches just now. */
    public boolean isUnderWay() {
        return flight.get() != null;
    }

    /** @throws IOException if the fetch that was made or shared fails, or the shared one takes long */
    public T get(Fetch<T> fetch) throws IOException {
        CompletableFuture<T> own = new CompletableFuture<>();
        CompletableFuture<T> running = flight.compareAndExchange(null, own);
        return running == null ? land(own, fetch) : share(running);
    }

    private T land(CompletableFuture<T> own, Fetch<T> fetch) throws IOException {
        try {
            T fetched = fetch.fetch();
            own.complete(fetched);
            return fetched;
        } catch (IOException | RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            flight.set(null);
        }
    }

    private static <T> T share(CompletableFuture<T> running) throws IOException {
        try {
            return running.get(SHARED_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("another caller has been waiting for it for a while", e);
        } catch (ExecutionException e) {
            throw new IOException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another caller waited for it", e);
        }
    }
}
