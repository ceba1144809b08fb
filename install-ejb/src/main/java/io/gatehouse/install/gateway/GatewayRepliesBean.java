package io.gatehouse.install.gateway;

import io.gatehouse.contract.chat.GatewayReplies;
import io.gatehouse.contract.chat.GatewayReply;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Replies as they wait for gateways. */
@Stateless
@Local(GatewayReplies.class)
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
