package io.gatehouse.web.api.chat;

import io.gatehouse.contract.chat.GatewayReply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Agents' replies in the chats that gateways submit. */
@Schema(name = "ChatReplies")
record RepliesAnswer(
        List<Reply> replies,

        @Schema(description = "The since of the next call") long next) {

    RepliesAnswer {
        replies = List.copyOf(replies);
    }

    /** One reply. */
    @Schema(name = "ChatReply")
    record Reply(
            long position,
            String platform,

            @Schema(description = "The recipient, as given by the gateway with the last message")
            String platformUserId,

            UUID templateAgentId,
            String text,
            Instant saidAt) {

        static Reply from(GatewayReply reply) {
            return new Reply(
                    reply.position(),
                    reply.platform(),
                    reply.platformUserId(),
                    reply.templateAgentId(),
                    reply.text(),
                    reply.saidAt());
        }

        /** Keeps the reply's text out of logs. */
        @Override
        public String toString() {
            return "Reply[" + position + "]";
        }
    }

    static RepliesAnswer from(List<GatewayReply> replies, long since) {
        return new RepliesAnswer(
                replies.stream().map(Reply::from).toList(),
                replies.isEmpty() ? since : replies.get(replies.size() - 1).position());
    }
}
