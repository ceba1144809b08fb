package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.catalog.template.Template;
import io.gatehouse.install.catalog.template.Templates;
import io.gatehouse.install.channel.chat.SenderResolution.Resolved;
import io.gatehouse.install.channel.chat.SenderResolution.Unresolved;
import io.gatehouse.install.channel.reply.Languages;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.install.claim.account.ForeignId;
import io.gatehouse.install.claim.held.Envelope;
import io.gatehouse.install.claim.move.NumberOwners;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Determines the sender and the template of a message, inside the caller's transaction. */
@Dependent
public class SenderResolver {

    private static final int MAX_ID_LENGTH = 255;

    private final AccountReader accounts;
    private final Templates templates;
    private final NumberOwners owners;

    @Inject
    public SenderResolver(AccountReader accounts, Templates templates, NumberOwners owners) {
        this.accounts = accounts;
        this.templates = templates;
        this.owners = owners;
    }

    /**
     * Resolves a message from a gateway, which names its platform and its template in text.
     *
     * @param envelope in which the message is stored if it must wait for the sender's answer
     */
    SenderResolution resolve(ChatMessage message, Envelope envelope) {
        Optional<Platform> platform = Platform.ofWireName(message.platform());
        return platform.isEmpty()
                ? new Unresolved(ChatOutcome.PLATFORM_UNSUPPORTED, null)
                : resolve(
                        PlatformMessage.of(platform.get(), message, envelope),
                        () -> templates.serving(message.template(), message.connectionId()));
    }

    /** @param templateAgentId that the connection serves which received the message */
    public SenderResolution resolve(PlatformMessage message, UUID templateAgentId) {
        return resolve(message, () -> templates.serving(templateAgentId));
    }

    private SenderResolution resolve(PlatformMessage message, Supplier<Optional<Template>> served) {
        Optional<PlatformAccount> account = accounts.read(message.platform(), message.sender());
        if (account.isEmpty()) {
            return new Unresolved(ChatOutcome.PLATFORM_UNSUPPORTED, null);
        }
        Optional<Template> template = served.get();
        if (template.isEmpty()) {
            return new Unresolved(ChatOutcome.NOT_INSTALLABLE, account.get());
        }
        Sender sender = new Sender(
                message.platform(),
                account.get(),
                accounts.readAliases(message.platform(), message.aliases()),
                message.authority());
        Incoming incoming = new Incoming(
                sender,
                template.get(),
                ForeignId.of(message.id(), MAX_ID_LENGTH),
                message.text(),
                Languages.of(message.language()).orElse(Languages.DEFAULT),
                message.envelope());
        return new Resolved(incoming, owners.of(sender, message.authority().scope(scope(message, template.get()))));
    }

    private static String scope(PlatformMessage message, Template template) {
        String scope = message.scope();
        return scope == null ? "template:" + template.agentId() : scope;
    }
}
