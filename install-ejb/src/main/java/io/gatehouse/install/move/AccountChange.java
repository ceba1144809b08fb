package io.gatehouse.install.move;

import io.gatehouse.contract.chat.ChatMessage;
import java.util.List;
import java.util.UUID;

/**
 * A platform's word that a person's accounts are others now.
 *
 * @param scope within which the scoped ids in it are comparable
 * @param templateAgentId that the person talked with where the platform said so
 */
public record AccountChange(
        List<ChatMessage.Alias> previous, List<ChatMessage.Alias> current, String scope, UUID templateAgentId) {}
