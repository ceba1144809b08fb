package io.gatehouse.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that only the test advances, in whole microseconds like {@code SystemClock}. */
public final class SetClock implements InstantSource {

    private volatile Instant now;

    public SetClock(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns a clock at a fixed time that no test depends on. */
    public static SetClock some() {
        return new SetClock(Instant.parse("2026-03-14T15:09:26.535897Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    public void set(Instant instant) {
        now = instant.truncatedTo(ChronoUnit.MICROS);
    }
}
