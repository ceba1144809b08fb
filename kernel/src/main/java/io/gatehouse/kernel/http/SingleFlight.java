package io.gatehouse.kernel.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets one caller at a time fetch. Concurrent callers wait up to one second for its result and then fail, so that a
 * stalled server blocks one thread and not all.
 */
public final class SingleFlight<T> {

    private static final Duration SHARED_WAIT = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable CompletableFuture<T>> flight = new AtomicReference<>();

    /** The fetch operation. */
    @FunctionalInterface
    public interface Fetch<T> {

        T fetch() throws IOException;
    }

    /** Whether a fetch is running. */
    public boolean isUnderWay() {
        return flight.get() != null;
    }

    /** @throws IOException if the own or the shared fetch fails, or if the shared one takes longer than a second */
    public T get(Fetch<T> fetch) throws IOException {
        CompletableFuture<T> own = new CompletableFuture<>();
        CompletableFuture<T> running = flight.compareAndExchange(null, own);
        return running == null ? runFetch(own, fetch) : share(running);
    }

    private T runFetch(CompletableFuture<T> own, Fetch<T> fetch) throws IOException {
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
