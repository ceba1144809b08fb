package io.gatehouse.install.channel.gateway;

import io.gatehouse.contract.chat.GatewayReplies;
import io.gatehouse.contract.chat.GatewayReply;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the replies that wait for gateways. */
@ApplicationScoped
@RetriedTransaction
public class GatewayRepliesBean implements GatewayReplies {

    private GatewayStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public GatewayRepliesBean() {}

    @Inject
    public GatewayRepliesBean(GatewayStore store) {
        this.store = store;
    }

    @Override
    public List<GatewayReply> after(long position, int limit) {
        return store.after(position, limit);
    }
}
