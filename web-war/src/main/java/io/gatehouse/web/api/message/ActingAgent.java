package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.InboxWatch.Waiting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The agent for which messages are received, and the credential that permits it.
 *
 * @param tokenId the wait ends when this token is revoked
 * @param until when the presented JWT expires; null for an opaque token
 */
record ActingAgent(
        AgentSender speaker, UUID tokenId, @Nullable Instant until) {

    Waiting waiting() {
        return new Waiting(speaker.agentId(), tokenId, until);
    }
}
