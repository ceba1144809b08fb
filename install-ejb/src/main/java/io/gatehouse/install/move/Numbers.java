package io.gatehouse.install.move;

import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import java.util.List;
import java.util.stream.Stream;

/** Accounts that are a number, which can be given to somebody else, and those that are one person's for ever. */
final class Numbers {

    private Numbers() {}

    static boolean isNumber(PlatformAccount account) {
        return account.namespace() == Namespace.WA_JID || account.namespace() == Namespace.PHONE;
    }

    /** Whether a business portfolio, or a group of them, knows a person by it. */
    static boolean isScoped(PlatformAccount account) {
        return account.namespace() == Namespace.WA_BSUID || account.namespace() == Namespace.WA_PARENT_BSUID;
    }

    /** A number as an account of WhatsApp and as a phone's: who has the one has the other. */
    static List<PlatformAccount> bothNames(PlatformAccount number) {
        return Stream.of(Namespace.WA_JID, Namespace.PHONE)
                .map(namespace -> namespace == number.namespace()
                        ? number
                        : new PlatformAccount(namespace, number.matchKey(), number.matchKey()))
                .toList();
    }
}
