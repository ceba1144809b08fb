package io.gatehouse.install.claim.move;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.install.claim.LinkAuthority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A platform's report that a person's accounts have changed.
 *
 * @param scope within which its scoped ids are comparable
 * @param authority which links the report may change
 * @param at when the accounts changed; links that were proved later are not affected
 * @param templateAgentId that the person chatted with where the platform reported the change
 */
public record AccountChange(
        List<ChatMessage.Alias> previous,
        List<ChatMessage.Alias> current,
        String scope,
        UUID templateAgentId,
        LinkAuthority authority,
        Instant at) {

    /** Returns the end of the second in which the accounts changed: platforms report times in whole seconds. */
    Instant before() {
        return at.plusSeconds(1);
    }
}
