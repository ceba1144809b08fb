package io.gatehouse.web.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatRoute;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers to gateways. */
final class ChatAnswers {

    private ChatAnswers() {}

    /** What became of a message. */
    @Schema(name = "ChatAnswer")
    record Message(
            String outcome,
            @Nullable UUID agentId,
            @Nullable UUID organizationId,
            @Nullable String reply,
            @Nullable String installUrl) {

        static Message from(ChatAnswer answer) {
            return new Message(
                    answer.outcome().name().toLowerCase(Locale.ROOT),
                    answer.agentId(),
                    answer.organizationId(),
                    answer.reply(),
                    answer.installUrl());
        }
    }

    /** Where an account's messages go. */
    @Schema(name = "ChatRoute")
    record Route(UUID agentId, UUID organizationId) {

        static Route from(ChatRoute route) {
            return new Route(route.agentId(), route.organizationId());
        }
    }
}
