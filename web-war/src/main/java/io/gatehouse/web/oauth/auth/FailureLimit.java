package io.gatehouse.web.oauth.auth;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.rate.Buckets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often one network address may present bad credentials ({@code gatehouse.rate.anonymous}). It never delays
 * valid credentials from the same address.
 */
@ApplicationScoped
class FailureLimit {

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

    /** Counts a failure; if there were too many, returns how long to wait. */
    @Nullable Duration count(String address) {
        return buckets.take(address);
    }
}
