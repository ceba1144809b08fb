package io.gatehouse.install.claim;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.claim.Claim;
import io.gatehouse.install.catalog.agent.Installer;
import io.gatehouse.install.catalog.agent.MirrorPlan;
import io.gatehouse.install.catalog.agent.PersonalOrganization;
import io.gatehouse.install.catalog.agent.PersonalOrganizationLookup;
import io.gatehouse.install.catalog.agent.PersonalOrganizationStore;
import io.gatehouse.install.catalog.template.Template;
import io.gatehouse.install.catalog.template.TemplateLookup;
import io.gatehouse.install.catalog.template.TemplateStore;
import io.gatehouse.install.claim.ClaimVerdict.AlreadyRedeemed;
import io.gatehouse.install.claim.ClaimVerdict.Clear;
import io.gatehouse.install.claim.ClaimVerdict.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds every reason to refuse a claim before its token is spent. It leaves the user's organization locked, so that the
 * result still holds when the claim is carried out.
 */
@Dependent
public class ClaimCheck {

    private final ClaimStore claims;
    private final TemplateStore templates;
    private final PersonalOrganizationStore organizations;
    private final Installer installer;
    private final IdentityLinks links;

    @Inject
    public ClaimCheck(
            ClaimStore claims,
            TemplateStore templates,
            PersonalOrganizationStore organizations,
            Installer installer,
            IdentityLinks links) {
        this.claims = claims;
        this.templates = templates;
        this.organizations = organizations;
        this.installer = installer;
        this.links = links;
    }

    public ClaimVerdict check(Sender sender, PresentedToken token) {
        Optional<Claim> earlier = claims.byTokenId(token.id());
        if (earlier.isPresent()) {
            return spent(earlier.get(), sender);
        }
        TemplateLookup lookup = templates.find(token.template());
        if (!(lookup instanceof TemplateLookup.Found found)) {
            return Refused.because(
                    ChatOutcome.NOT_INSTALLABLE,
                    organizations.idOf(token.user()).orElse(null));
        }
        PersonalOrganizationLookup lookedUp = organizations.lock(token.user());
        if (lookedUp instanceof PersonalOrganizationLookup.NoOrganization) {
            return Refused.because(ChatOutcome.NO_PERSONAL_ORG, null);
        }
        if (!(lookedUp instanceof PersonalOrganizationLookup.Found present)) {
            return Refused.because(
                    ChatOutcome.NO_MEMBER, organizations.idOf(token.user()).orElse(null));
        }
        // The transaction that held the lock may have spent the token.
        Optional<Claim> concurrent = claims.byTokenId(token.id());
        return concurrent.isPresent()
                ? spent(concurrent.get(), sender)
                : unspent(sender, token.user(), found.template(), present.organization());
    }

    private ClaimVerdict unspent(Sender sender, UserId user, Template template, PersonalOrganization organization) {
        if (template.publisherId().equals(organization.id())) {
            return Refused.because(ChatOutcome.NOT_INSTALLABLE, organization.id());
        }
        if (links.wouldConflict(user, sender.account()) || hasAliasOfAnotherUser(sender, user)) {
            return Refused.because(ChatOutcome.IDENTITY_CONFLICT, organization.id());
        }
        MirrorPlan plan = installer.plan(template, organization.id());
        if (plan instanceof MirrorPlan.Collision collision) {
            return new Refused(
                    ChatOutcome.SLUG_COLLISION, organization.id(), collision.kind() + " " + collision.slug());
        }
        return new Clear(template, organization, (MirrorPlan.Clear) plan, isLinked(user, sender.account()));
    }

    /** An alias in the account's own namespace is the same account under its previous identifier. */
    private boolean hasAliasOfAnotherUser(Sender sender, UserId user) {
        return sender.aliases().stream()
                .filter(alias -> alias.namespace() == sender.account().namespace())
                .anyMatch(alias -> links.wouldConflict(user, alias));
    }

    private ClaimVerdict spent(Claim claim, Sender sender) {
        Optional<LinkedAccount> link =
                links.find(sender.account()).filter(it -> it.user().equals(claim.user()));
        Optional<UUID> agent = installer.installed(claim.organizationId(), claim.templateAgentId());
        return sender.keys().contains(claim.accountKey())
                        && link.isPresent()
                        && agent.isPresent()
                        && templates.find(claim.templateAgentId()) instanceof TemplateLookup.Found found
                ? new AlreadyRedeemed(
                        agent.get(),
                        claim.organizationId(),
                        found.template(),
                        link.get().memberEmail())
                : Refused.because(ChatOutcome.TOKEN_USED, claim.organizationId());
    }

    private boolean isLinked(UserId user, PlatformAccount account) {
        return links.find(account)
                .filter(link -> link.isVerified() && link.user().equals(user))
                .isPresent();
    }
}
