package io.gatehouse.install.gateway;

import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Replies that no gateway has fetched for as long as messages are kept. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
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

    /** How many went; fewer than the limit when none is left. */
    public int forget(int limit) {
        return store.deleteBefore(clock.instant().minus(settings.messages().kept()), limit);
    }
}
