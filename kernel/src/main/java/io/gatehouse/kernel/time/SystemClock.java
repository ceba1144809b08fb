package io.gatehouse.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The time of the machine, in whole microseconds: the precision that both databases keep, so that a time reads back as
 * it was written and an audit hash over it verifies.
 */
@ApplicationScoped
public class SystemClock implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
