package io.gatehouse.install.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.LinkResult;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.PlatformAccount;
import io.gatehouse.install.account.AccountReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Links the WhatsApp account of a number that was typed into a form: nobody has proved it yet. */
@Dependent
public class PhoneLinks {

    private final AccountReader accounts;
    private final IdentityLinks links;

    @Inject
    public PhoneLinks(AccountReader accounts, IdentityLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    PhoneLink link(UserId user, String phone) {
        Optional<PhoneNumber> number = accounts.readPhone(phone);
        Optional<PlatformAccount> account = number.flatMap(accounts::whatsappOf);
        if (number.isEmpty() || account.isEmpty()) {
            return new PhoneLink.InvalidPhone();
        }
        LinkResult result = links.link(user, account.get(), LinkSource.FORM);
        if (result instanceof LinkResult.NoMember) {
            return new PhoneLink.NoMember();
        }
        return result instanceof LinkResult.Conflict
                ? new PhoneLink.IdentityConflict()
                : new PhoneLink.Linked(
                        number.get().e164(),
                        account.get().identifier(),
                        number.get().isKnown());
    }
}
