package io.gatehouse.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Time that passes when it is told to, in whole microseconds as the product's. */
public final class SetClock implements InstantSource {

    private volatile Instant now;

    public SetClock(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Starts at some fixed time that no test depends on. */
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
