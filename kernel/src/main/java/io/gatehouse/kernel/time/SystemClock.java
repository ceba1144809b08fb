package io.gatehouse.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The system clock, truncated to microseconds: both databases store this precision, so a time reads back as it was
 * written and an audit hash over it verifies.
 */
@ApplicationScoped
public class SystemClock implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
