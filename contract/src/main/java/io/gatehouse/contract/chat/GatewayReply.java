package io.gatehouse.contract.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's reply to a person whose messages come through a gateway.
 *
 * @param position its position among all replies, ascending
 * @param platformUserId the person's account, as the gateway gave it last
 */
public record GatewayReply(
        long position, String platform, String platformUserId, UUID templateAgentId, String text, Instant saidAt) {

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "GatewayReply[" + position + "]";
    }
}
