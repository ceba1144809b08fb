package io.gatehouse.web.oauth;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.rate.Buckets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Limits how often one network address may present invalid subject tokens ({@code gatehouse.rate.anonymous}). */
@ApplicationScoped
class FailedExchangeLimit {

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    @SuppressWarnings("NullAway.Init")
    private Buckets buckets;

    @PostConstruct
    void read() {
        buckets = new Buckets(settings.rates().anonymous(), clock);
    }

    /** Counts an attempt; if there were too many, returns how long to wait. */
    @Nullable Duration count(String address) {
        return buckets.take(address);
    }
}
