package io.gatehouse.web.api.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatRoute;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers for gateways. */
final class ChatAnswers {

    private ChatAnswers() {}

    /** The outcome of a message. */
    @Schema(name = "ChatAnswer")
    record Message(
            @Schema(
                    description =
                            "The outcome of the message. greeted: a user typed the sender's number; nothing is linked"
                                    + " and the message waits until the sender answers YES",
                    enumeration = {
                        "routed",
                        "installed",
                        "already_installed",
                        "confirm_required",
                        "greeted",
                        "linked",
                        "unlinked",
                        "not_installed",
                        "token_invalid",
                        "token_expired",
                        "token_used",
                        "no_personal_org",
                        "no_member",
                        "identity_conflict",
                        "not_installable",
                        "slug_collision",
                        "platform_unsupported",
                        "rate_limited"
                    })
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

    /** The agent to which an account's messages are routed. */
    @Schema(name = "ChatRoute")
    record Route(UUID agentId, UUID organizationId) {

        static Route from(ChatRoute route) {
            return new Route(route.agentId(), route.organizationId());
        }
    }
}
