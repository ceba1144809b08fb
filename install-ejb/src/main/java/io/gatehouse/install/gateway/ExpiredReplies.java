package io.gatehouse.install.gateway;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Deletes replies that no gateway has fetched within the retention of messages. */
@ApplicationScoped
@RetriedTransaction
public class ExpiredReplies {

    private GatewayStore store;
    private Settings settings;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ExpiredReplies() {}

    @Inject
    public ExpiredReplies(GatewayStore store, Settings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Deletes up to {@code limit} expired replies.
     *
     * @return how many were deleted; fewer than the limit if no more have expired
     */
    public int delete(int limit) {
        return store.deleteBefore(clock.instant().minus(settings.messages().kept()), limit);
    }
}
