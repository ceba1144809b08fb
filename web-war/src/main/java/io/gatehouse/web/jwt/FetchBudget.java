package io.gatehouse.web.jwt;

import java.time.Duration;

/** Two fetches within an interval, and no third, whoever asks: forged key ids must not flood an issuer. */
final class FetchBudget {

    private static final int FETCHES = 2;

    private final long interval;
    private boolean begun;
    private long beganAt;
    private int left;

    FetchBudget(Duration interval) {
        this.interval = interval.toNanos();
    }

    /** Takes a fetch of the interval that runs; false if none is left. */
    synchronized boolean take(long now) {
        if (!begun || now - beganAt >= interval) {
            begun = true;
            beganAt = now;
            left = FETCHES;
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
