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
 * Asks the application itself, over HTTP, whether it has started. It may still lack what it needs from elsewhere, such as
 * a homeserver, and says so itself; that is no reason to end it.
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

    /** Whether {@code /health/started} answered 200 within the time given. */
    boolean within(Duration patience) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> polling = clock.scheduleWithFixedDelay(
                () -> {
                    if (hasStarted()) {
                        answered.countDown();
                    }
                },
                0,
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answered.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            polling.cancel(true);
            clock.shutdownNow();
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
