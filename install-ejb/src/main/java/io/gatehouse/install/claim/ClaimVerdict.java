package io.gatehouse.install.claim;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.catalog.agent.MirrorPlan;
import io.gatehouse.install.catalog.agent.PersonalOrganization;
import io.gatehouse.install.catalog.template.Template;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The result of checking a claim, before the token is spent. */
public sealed interface ClaimVerdict {

    /**
     * The claim can be carried out, and the organization's lock ensures this until the transaction ends.
     *
     * @param linked whether the account is already linked to the user and verified
     */
    record Clear(Template template, PersonalOrganization organization, MirrorPlan.Clear plan, boolean linked)
            implements ClaimVerdict {}

    /** The same sender has redeemed this token before, and its link and agent still exist. */
    record AlreadyRedeemed(
            UUID agentId,
            UUID organizationId,
            Template template,
            @Nullable String email) implements ClaimVerdict {}

    /**
     * @param organizationId of the user; null if there is none
     * @param item the blueprint item that collides; null if there is none
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
