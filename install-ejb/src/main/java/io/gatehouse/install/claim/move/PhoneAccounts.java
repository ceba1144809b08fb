package io.gatehouse.install.claim.move;

import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import java.util.List;
import java.util.stream.Stream;

/** Distinguishes accounts that are phone numbers, which can be reassigned, from scoped ids, which never are. */
final class PhoneAccounts {

    private PhoneAccounts() {}

    static boolean isNumber(PlatformAccount account) {
        return account.namespace() == Namespace.WA_JID || account.namespace() == Namespace.PHONE;
    }

    /** Whether it is an id by which a business portfolio, or a group of them, knows a person. */
    static boolean isScoped(PlatformAccount account) {
        return account.namespace() == Namespace.WA_BSUID || account.namespace() == Namespace.WA_PARENT_BSUID;
    }

    /** Returns a number as a WhatsApp account and as a phone number: both have the same owner. */
    static List<PlatformAccount> bothAccounts(PlatformAccount number) {
        return Stream.of(Namespace.WA_JID, Namespace.PHONE)
                .map(namespace -> namespace == number.namespace()
                        ? number
                        : new PlatformAccount(namespace, number.matchKey(), number.matchKey()))
                .toList();
    }
}
