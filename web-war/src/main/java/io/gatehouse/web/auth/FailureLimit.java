package io.gatehouse.web.auth;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.rate.Buckets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often one network address may show bad credentials ({@code gatehouse.rate.anonymous}). Good credentials from the
 * same address are never held up by it.
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

    /** Counts a failure; if there were too many, says how long to wait. */
    @Nullable Duration count(String address) {
        Buckets limit = buckets;
        return limit == null ? null : limit.take(address);
    }
}
