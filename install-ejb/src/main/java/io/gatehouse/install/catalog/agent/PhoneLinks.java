package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.platform.PhoneNumber;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.install.catalog.template.Template;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.install.claim.typed.Greetings;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Stores the WhatsApp account of a number that was typed into a form, as a pending link: its owner has not confirmed it
 * yet. Joins the caller's transaction or begins one.
 */
@ApplicationScoped
public class PhoneLinks {

    private AccountReader accounts;
    private PersonalOrganizationStore organizations;
    private IdentityLinks links;
    private Greetings greetings;
    private ConfirmationCodes codes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected PhoneLinks() {}

    @Inject
    public PhoneLinks(
            AccountReader accounts,
            PersonalOrganizationStore organizations,
            IdentityLinks links,
            Greetings greetings,
            ConfirmationCodes codes) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.links = links;
        this.greetings = greetings;
        this.codes = codes;
    }

    @RetriedTransaction
    public PhoneLink link(UserId user, Template template, String phone) {
        Optional<PhoneNumber> number = accounts.readPhone(phone);
        Optional<PlatformAccount> account = number.flatMap(accounts::whatsappOf);
        if (number.isEmpty() || account.isEmpty()) {
            return new PhoneLink.InvalidPhone();
        }
        organizations.lock(user);
        LinkResult result = links.link(user, account.get(), LinkSource.FORM);
        if (result instanceof LinkResult.NoMember) {
            return new PhoneLink.NoMember();
        }
        if (!(result instanceof LinkResult.Pending pending)) {
            return new PhoneLink.Linked(number.get().e164(), account.get().identifier());
        }
        if (pending.created()) {
            greetings.greet(pending.identityId(), account.get(), template.agentId(), template.name());
        }
        return new PhoneLink.Pending(
                number.get().e164(),
                account.get().identifier(),
                codes.of(pending.identityId()),
                number.get().isKnown());
    }
}
