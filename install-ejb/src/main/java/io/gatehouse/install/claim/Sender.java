package io.gatehouse.install.claim;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sender of a message.
 *
 * @param aliases other accounts of the same sender that came with the message
 * @param authority which links the message may change
 */
public record Sender(
        Platform platform, PlatformAccount account, List<PlatformAccount> aliases, LinkAuthority authority) {

    public Sender {
        aliases = aliases.stream().filter(alias -> !alias.matches(account)).toList();
    }

    public String key() {
        return account.activeKey();
    }

    /** Returns the keys of all accounts of this sender. */
    public Set<String> keys() {
        return Stream.concat(Stream.of(account), aliases.stream())
                .map(PlatformAccount::activeKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
