package io.gatehouse.install.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.platform.PhoneNumber;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.template.Template;
import io.gatehouse.install.typed.Greetings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Keeps the WhatsApp account of a number that was typed into a form: nobody has proved it yet. In the caller's transaction. */
@Dependent
public class PhoneLinks {

    private final AccountReader accounts;
    private final PersonalOrganizationStore organizations;
    private final IdentityLinks links;
    private final Greetings greetings;
    private final ConfirmationCodes codes;

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

    PhoneLink link(UserId user, Template template, String phone) {
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
