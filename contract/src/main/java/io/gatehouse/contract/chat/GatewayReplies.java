package io.gatehouse.contract.chat;

import java.util.List;

/** What agents said in chats that gateways hand in: the gateway that brought the question fetches the answer. */
public interface GatewayReplies {

    /**
     * Those after that position, in their order. Whoever has seen a position has seen all before it. Reading takes
     * nothing away: replies go when they are old.
     */
    List<GatewayReply> after(long position, int limit);
}
