package io.gatehouse.install.room;

import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A chat in which an agent may answer.
 *
 * @param templateAgentId with which the chat is
 * @param accountKey whose it is
 * @param say takes a text and the id of its saying, in the caller's transaction; the same saying is taken once
 */
public record AnsweredChat(UUID templateAgentId, String accountKey, BiConsumer<String, UUID> say) {}
