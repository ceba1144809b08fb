package io.gatehouse.contract.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * What an agent said to a person whose messages a gateway hands in.
 *
 * @param position where it stands among all of them; later ones stand at higher positions
 * @param platformUserId the person's account, as the gateway gave it last
 */
public record GatewayReply(
        long position, String platform, String platformUserId, UUID templateAgentId, String text, Instant saidAt) {

    /** Keeps what is said out of logs. */
    @Override
    public String toString() {
        return "GatewayReply[" + position + "]";
    }
}
