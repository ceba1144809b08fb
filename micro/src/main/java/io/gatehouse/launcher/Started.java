package io.gatehouse.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Polls the application over HTTP until it has started. It may still wait for another service, such as a homeserver,
 * and reports that itself; that is no reason to end it.
 */
final class Started {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final URL started;

    Started(String baseUrl) {
        try {
            started = URI.create(baseUrl + "/health/started").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(baseUrl, e);
        }
    }

    /** Blocks until {@code /health/started} answers 200; returns false after the given time. */
    boolean within(Duration timeout) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> polling = scheduler.scheduleWithFixedDelay(
                () -> {
                    if (hasStarted()) {
                        answered.countDown();
                    }
                },
                0,
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answered.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            polling.cancel(true);
            scheduler.shutdownNow();
        }
    }

    private boolean hasStarted() {
        try {
            HttpURLConnection connection = (HttpURLConnection) started.openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            boolean ok = connection.getResponseCode() == 200;
            connection.disconnect();
            return ok;
        } catch (IOException e) {
            return false;
        }
    }
}
