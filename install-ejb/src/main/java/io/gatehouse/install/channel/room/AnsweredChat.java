package io.gatehouse.install.channel.room;

import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A chat in which an agent may reply.
 *
 * @param templateAgentId that the chat is with
 * @param accountKey of the person
 * @param reply stores a text under the id of its saying, in the caller's transaction; the same saying is stored once
 */
public record AnsweredChat(UUID templateAgentId, String accountKey, BiConsumer<String, UUID> reply) {}
