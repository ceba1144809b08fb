package io.gatehouse.install.claim;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.agent.MirrorPlan;
import io.gatehouse.install.agent.PersonalOrganization;
import io.gatehouse.install.template.Template;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What checking a claim found, before anything is spent. */
public sealed interface ClaimVerdict {

    /**
     * Nothing speaks against it, and as long as the transaction lasts nothing of the same user will.
     *
     * @param linked whether the account is the user's already, and verified
     */
    record Clear(Template template, PersonalOrganization organization, MirrorPlan.Clear plan, boolean linked)
            implements ClaimVerdict {}

    /** The same sender has redeemed this token, and what it made still stands. */
    record Stands(
            UUID agentId,
            UUID organizationId,
            Template template,
            @Nullable String email) implements ClaimVerdict {}

    /**
     * @param organizationId of the user; null where there is none
     * @param item the blueprint item that is in the way, if one is
     */
    record Refused(
            ChatOutcome outcome,
            @Nullable UUID organizationId,
            @Nullable String item) implements ClaimVerdict {

        static Refused because(ChatOutcome outcome, @Nullable UUID organizationId) {
            return new Refused(outcome, organizationId, null);
        }
    }
}
