package io.gatehouse.contract.chat;

import java.util.List;

/** Replies of agents in chats that gateways hand in. The gateway that brought the question fetches them. */
public interface GatewayReplies {

    /**
     * Returns the replies after the position, in order. Once a position is visible, all lower ones are. Reading removes
     * nothing: replies are deleted when they are old.
     */
    List<GatewayReply> after(long position, int limit);
}
