package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.account.ForeignId;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.claim.Voucher;
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

/** Finds out who speaks and to which template, and has the handler answer, inside the caller's transaction. */
@Dependent
public class SenderResolver {

    private static final int LONGEST_ID = 255;

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
     * @param account of the sender; null where the sender is nobody whom an agent can be installed for
     * @param templateAgentId that the message was for; null where there is none
     * @param first false for a message that was answered before, and is answered the same again
     */
    public record Received(
            ChatAnswer answer,
            @Nullable PlatformAccount account,
            @Nullable UUID templateAgentId,
            boolean first) {}

    /**
     * Of a gateway: its scoped ids are one person's within the connection that it names, else within the template, which it
     * serves by one number.
     *
     * @param envelope in which the message is kept, should it have to wait
     */
    public Received receive(ChatMessage message, Envelope envelope) {
        return receive(message, envelope, Voucher.DEPLOYMENT, null);
    }

    /**
     * @param envelope in which the message is kept, should it have to wait
     * @param voucher by whose word the sender is who they are
     * @param scope within which the sender's scoped ids are one person's; null where the message tells
     */
    public Received receive(ChatMessage message, Envelope envelope, Voucher voucher, @Nullable String scope) {
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
                platform.get(), account.get(), accounts.readAliases(platform.get(), message.aliases()), voucher);
        Incoming incoming = new Incoming(
                sender,
                template.get(),
                ForeignId.of(message.messageId(), LONGEST_ID),
                message.text(),
                Languages.of(message.language()).orElse(Languages.DEFAULT),
                envelope);
        NumberOwners.Judgement judgement =
                owners.of(sender, voucher.scope(scope == null ? scope(message, template.get()) : scope));
        MessageHandler.Answered answered = handler.answer(incoming, judgement);
        return new Received(answered.answer(), account.get(), template.get().agentId(), answered.first());
    }

    private static String scope(ChatMessage message, Template template) {
        return message.connectionId() == null
                ? "template:" + template.agentId()
                : "connection:" + message.connectionId();
    }

    /** For the gateway's ears alone: whoever sent the message cannot mend it. */
    private static ChatAnswer refusal(ChatOutcome outcome) {
        return new ChatAnswer(outcome, null, null, null, null);
    }
}
