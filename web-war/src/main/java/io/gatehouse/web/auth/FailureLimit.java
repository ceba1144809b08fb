package io.gatehouse.web.auth;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.rate.Buckets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often one network address may present bad credentials ({@code gatehouse.rate.anonymous}). It never delays
 * valid credentials from the same address.
 */
@ApplicationScoped
class FailureLimit {

    @Inject
    Settings settings;

    private @Nullable Buckets buckets;

    @PostConstruct
    void read() {
        buckets = new Buckets(settings.rates().anonymous());
    }

    /** Counts a failure; if there were too many, returns how long to wait. */
    @Nullable Duration count(String address) {
        Buckets limit = buckets;
        return limit == null ? null : limit.take(address);
    }
}
