package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.account.ForeignId;
import io.gatehouse.install.claim.LinkAuthority;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.held.Envelope;
import io.gatehouse.install.move.NumberOwners;
import io.gatehouse.install.reply.Languages;
import io.gatehouse.install.template.Template;
import io.gatehouse.install.template.Templates;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Determines the sender and the template of a message and passes it to the handler, inside the caller's transaction.
 */
@Dependent
public class SenderResolver {

    private static final int MAX_ID_LENGTH = 255;

    private final AccountReader accounts;
    private final Templates templates;
    private final MessageHandler handler;
    private final NumberOwners owners;

    @Inject
    public SenderResolver(AccountReader accounts, Templates templates, MessageHandler handler, NumberOwners owners) {
        this.accounts = accounts;
        this.templates = templates;
        this.handler = handler;
        this.owners = owners;
    }

    /**
     * A message and its answer.
     *
     * @param account of the sender; null if no agent can be installed for the sender
     * @param templateAgentId that the message is for; null if there is none
     * @param first false for a message that was answered before and gets the same answer again
     */
    public record Received(
            ChatAnswer answer,
            @Nullable PlatformAccount account,
            @Nullable UUID templateAgentId,
            boolean first) {}

    /**
     * Receives a message from a gateway. Scoped ids identify one person within the connection that the message names,
     * otherwise within the template, which the gateway serves by one number.
     *
     * @param envelope in which the message is stored if it must wait for the sender's answer
     */
    public Received receive(ChatMessage message, Envelope envelope) {
        return receive(message, envelope, LinkAuthority.DEPLOYMENT, null);
    }

    /**
     * @param envelope in which the message is stored if it must wait for the sender's answer
     * @param authority which links this message may change
     * @param scope within which scoped ids identify one person; null if it follows from the message
     */
    public Received receive(ChatMessage message, Envelope envelope, LinkAuthority authority, @Nullable String scope) {
        Optional<Platform> platform = Platform.ofWireName(message.platform());
        Optional<PlatformAccount> account = accounts.read(message.platform(), message.platformUserId());
        if (platform.isEmpty() || account.isEmpty()) {
            return new Received(refusal(ChatOutcome.PLATFORM_UNSUPPORTED), null, null, true);
        }
        Optional<Template> template = templates.serving(message.template(), message.connectionId());
        if (template.isEmpty()) {
            return new Received(refusal(ChatOutcome.NOT_INSTALLABLE), account.get(), null, true);
        }
        Sender sender = new Sender(
                platform.get(), account.get(), accounts.readAliases(platform.get(), message.aliases()), authority);
        Incoming incoming = new Incoming(
                sender,
                template.get(),
                ForeignId.of(message.messageId(), MAX_ID_LENGTH),
                message.text(),
                Languages.of(message.language()).orElse(Languages.DEFAULT),
                envelope);
        NumberOwners.OwnerCheck ownerCheck =
                owners.of(sender, authority.scope(scope == null ? scope(message, template.get()) : scope));
        MessageHandler.Answered answered = handler.answer(incoming, ownerCheck);
        return new Received(answered.answer(), account.get(), template.get().agentId(), answered.first());
    }

    private static String scope(ChatMessage message, Template template) {
        return message.connectionId() == null
                ? "template:" + template.agentId()
                : "connection:" + message.connectionId();
    }

    /** Without a reply text: only the gateway can correct this, the sender cannot. */
    private static ChatAnswer refusal(ChatOutcome outcome) {
        return new ChatAnswer(outcome, null, null, null, null);
    }
}
