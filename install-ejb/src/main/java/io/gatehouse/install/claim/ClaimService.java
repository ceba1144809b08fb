package io.gatehouse.install.claim;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.catalog.agent.InstallEvents;
import io.gatehouse.install.catalog.agent.Installation;
import io.gatehouse.install.catalog.agent.Installer;
import io.gatehouse.install.catalog.agent.PersonalOrganization;
import io.gatehouse.install.claim.ClaimResult.Claimed;
import io.gatehouse.install.claim.ClaimResult.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Redeems checked install tokens inside the caller's transaction: spending, installing, linking and audit commit
 * together or not at all. Rows are always locked in this order: message, organization, claim, agent and items,
 * identities, audit head.
 */
@Dependent
public class ClaimService {

    private final ClaimStore claims;
    private final Installer installer;
    private final AccountLinking linking;
    private final InstallEvents installEvents;
    private final ClaimEvents events;

    @Inject
    public ClaimService(
            ClaimStore claims,
            Installer installer,
            AccountLinking linking,
            InstallEvents installEvents,
            ClaimEvents events) {
        this.claims = claims;
        this.installer = installer;
        this.linking = linking;
        this.installEvents = installEvents;
        this.events = events;
    }

    /** Carries out the verdict, which must come from this same transaction. */
    public ClaimResult carryOut(ClaimVerdict verdict, Sender sender, PresentedToken token) {
        if (verdict instanceof ClaimVerdict.Clear clear) {
            return redeem(clear, sender, token);
        }
        if (verdict instanceof ClaimVerdict.AlreadyRedeemed redeemed) {
            return new Claimed(
                    ChatOutcome.ALREADY_INSTALLED,
                    redeemed.agentId(),
                    redeemed.organizationId(),
                    redeemed.template().name(),
                    redeemed.email(),
                    false);
        }
        return refuse((ClaimVerdict.Refused) verdict, sender, token);
    }

    /** Refuses a token that this deployment did not sign, or that has expired. */
    public ClaimResult refuse(ChatOutcome outcome, Sender sender, String tokenText) {
        events.refused(outcome, sender, tokenText);
        return new Refused(outcome, null);
    }

    private ClaimResult redeem(ClaimVerdict.Clear clear, Sender sender, PresentedToken token) {
        PersonalOrganization organization = clear.organization();
        Optional<UUID> claim = claims.spend(token, organization.id(), sender);
        if (claim.isEmpty()) {
            return refuse(ClaimVerdict.Refused.because(ChatOutcome.TOKEN_USED, organization.id()), sender, token);
        }
        Installation done = installer.carryOut(clear.plan(), clear.template(), organization.id(), null);
        boolean linked = linking.linkClaimer(sender, token.user());
        List<PlatformAccount> left = linking.learn(sender, token.user());
        installEvents.installed(
                organization.id(), token.user(), clear.template().agentId(), done);
        events.claimed(organization.id(), claim.get(), sender, token, left);
        return new Claimed(
                outcome(done.created(), linked),
                done.agentId(),
                organization.id(),
                clear.template().name(),
                organization.ownerEmail(),
                linked);
    }

    private ClaimResult refuse(ClaimVerdict.Refused refusal, Sender sender, PresentedToken token) {
        events.refused(refusal, sender, token);
        return new Refused(refusal.outcome(), refusal.item());
    }

    private static ChatOutcome outcome(boolean created, boolean linked) {
        if (created) {
            return ChatOutcome.INSTALLED;
        }
        return linked ? ChatOutcome.LINKED : ChatOutcome.ALREADY_INSTALLED;
    }
}
