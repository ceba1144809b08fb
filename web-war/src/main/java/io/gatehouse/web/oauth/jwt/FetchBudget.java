package io.gatehouse.web.oauth.jwt;

import java.time.Duration;

/** Allows two fetches per interval, so that forged key ids cannot flood an issuer. */
final class FetchBudget {

    private static final int FETCHES_PER_INTERVAL = 2;

    private final long interval;
    private boolean begun;
    private long beganAt;
    private int left;

    FetchBudget(Duration interval) {
        this.interval = interval.toNanos();
    }

    /** Takes one fetch from the current interval's budget; false if none is left. */
    synchronized boolean take(long now) {
        if (!begun || now - beganAt >= interval) {
            begun = true;
            beganAt = now;
            left = FETCHES_PER_INTERVAL;
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
