package io.gatehouse.contract.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.platform.AccountReading.Account;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import java.util.List;
import java.util.Optional;

/**
 * Parses two identifiers, each on a line, as accounts of every platform and namespace. Every result must be canonical:
 * parsing it again changes nothing, and the match key names the same account.
 */
public final class AccountsFuzz {

    /** Length of the database columns. */
    private static final int MAX_LENGTH = 320;

    private static final Accounts ACCOUNTS = new Accounts("DE");

    private AccountsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<String> identifiers = FuzzText.lines(input, 2);
        for (Platform platform : Platform.values()) {
            check(read(platform, identifiers.get(0)), read(platform, identifiers.get(1)));
        }
        for (Namespace namespace : Namespace.values()) {
            check(read(namespace, identifiers.get(0)), read(namespace, identifiers.get(1)));
        }
    }

    private static Optional<PlatformAccount> read(Platform platform, String identifier) {
        AccountReading reading = FuzzLimits.within(() -> ACCOUNTS.read(platform, identifier));
        assertThat(ACCOUNTS.read(platform, " " + identifier + "\t"))
                .as("white space around it")
                .isEqualTo(reading);
        return account(reading);
    }

    private static Optional<PlatformAccount> read(Namespace namespace, String identifier) {
        return account(FuzzLimits.within(() -> ACCOUNTS.readAlias(namespace, identifier)));
    }

    private static Optional<PlatformAccount> account(AccountReading reading) {
        return reading instanceof Account found ? Optional.of(found.account()) : Optional.empty();
    }

    private static void check(Optional<PlatformAccount> one, Optional<PlatformAccount> other) {
        one.ifPresent(AccountsFuzz::check);
        other.ifPresent(AccountsFuzz::check);
        if (one.isPresent() && other.isPresent()) {
            assertThat(one.get().matches(other.get()))
                    .isEqualTo(one.get().activeKey().equals(other.get().activeKey()));
        }
    }

    private static void check(PlatformAccount account) {
        assertThat(List.of(account.identifier(), account.matchKey())).allSatisfy(text -> {
            assertThat(text).hasSizeLessThanOrEqualTo(MAX_LENGTH).doesNotContainPattern("[\\p{Cntrl}\\s]");
            assertThat(FuzzText.hasLoneSurrogate(text))
                    .as("half a character in it")
                    .isFalse();
        });
        assertThat(ACCOUNTS.readAlias(account.namespace(), account.identifier()))
                .as("read again")
                .isEqualTo(new Account(account));
        assertThat(account(ACCOUNTS.readAlias(account.namespace(), ofMatchKey(account))))
                .as("the account that the match key names")
                .hasValueSatisfying(same -> assertThat(same.matches(account)).isTrue());
    }

    /** Returns an identifier in the same form as the match key. */
    private static String ofMatchKey(PlatformAccount account) {
        return account.namespace() == Namespace.WA_JID
                ? account.matchKey().substring(1) + "@s.whatsapp.net"
                : account.matchKey();
    }
}
