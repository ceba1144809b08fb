package io.gatehouse.install.claim.account;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.platform.AccountReading;
import io.gatehouse.contract.platform.Accounts;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PhoneNumber;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parses the accounts that platforms and people write into their canonical form, with this deployment's default region
 * for phone numbers.
 */
@ApplicationScoped
public class AccountReader {

    private Accounts accounts;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AccountReader() {}

    @Inject
    public AccountReader(Settings settings) {
        this.accounts = new Accounts(settings.phoneDefaultRegion());
    }

    /**
     * Returns the account in canonical form. Empty if the platform is not supported, or if no agent can be installed
     * for the id: a group, a channel.
     */
    public Optional<PlatformAccount> read(String platform, String platformUserId) {
        return Platform.ofWireName(platform).flatMap(known -> read(known, platformUserId));
    }

    /** As {@link #read(String, String)}, for a known platform. */
    public Optional<PlatformAccount> read(Platform platform, String platformUserId) {
        return account(accounts.read(platform, platformUserId));
    }

    /**
     * Returns the aliases that are accounts on the sender's own platform. Others are ignored: a platform cannot prove
     * accounts of another one.
     */
    public List<PlatformAccount> readAliases(Platform platform, List<ChatMessage.Alias> aliases) {
        return aliases.stream()
                .flatMap(alias -> readAlias(platform, alias))
                .distinct()
                .toList();
    }

    public Optional<PhoneNumber> readPhone(String text) {
        return accounts.readPhoneNumber(text);
    }

    /** Returns the WhatsApp account of a number; empty if the number cannot have one. */
    public Optional<PlatformAccount> whatsappOf(PhoneNumber number) {
        return account(accounts.read(Platform.WHATSAPP, number.waJid()));
    }

    private Stream<PlatformAccount> readAlias(Platform platform, ChatMessage.Alias alias) {
        return Namespace.ofWireName(alias.namespace())
                .filter(namespace -> namespacesOf(platform).contains(namespace))
                .flatMap(namespace -> account(accounts.readAlias(namespace, alias.identifier())))
                .stream();
    }

    private static Optional<PlatformAccount> account(AccountReading reading) {
        return reading instanceof AccountReading.Account found ? Optional.of(found.account()) : Optional.empty();
    }

    private static Set<Namespace> namespacesOf(Platform platform) {
        return switch (platform) {
            case WHATSAPP ->
                EnumSet.of(
                        Namespace.WA_JID,
                        Namespace.WA_LID,
                        Namespace.WA_BSUID,
                        Namespace.WA_PARENT_BSUID,
                        Namespace.PHONE);
            case TELEGRAM -> EnumSet.of(Namespace.TELEGRAM_USER_ID);
            case SLACK -> EnumSet.of(Namespace.SLACK_USER_ID);
            case MATRIX -> EnumSet.of(Namespace.MATRIX_USER_ID);
        };
    }
}
