package io.gatehouse.web.message;

import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.InboxWatch.Waiting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a call is made, and by which token.
 *
 * @param tokenId the wait ends when it is revoked
 * @param until when what was shown ends by itself, where that is a JWT; null for a token
 */
record Listener(AgentSender speaker, UUID tokenId, @Nullable Instant until) {

    Waiting waiting() {
        return new Waiting(speaker.agentId(), tokenId, until);
    }
}
