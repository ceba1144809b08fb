package io.gatehouse.install.move;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.install.claim.Voucher;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A platform's word that a person's accounts are others now.
 *
 * @param scope within which the scoped ids in it are comparable
 * @param voucher by whose word it is so
 * @param at when it came to be so: what was proved later is not meant
 * @param templateAgentId that the person talked with where the platform said so
 */
public record AccountChange(
        List<ChatMessage.Alias> previous,
        List<ChatMessage.Alias> current,
        String scope,
        UUID templateAgentId,
        Voucher voucher,
        Instant at) {

    /** Platforms count in seconds: the change came to be in the one that begins then. */
    Instant before() {
        return at.plusSeconds(1);
    }
}
