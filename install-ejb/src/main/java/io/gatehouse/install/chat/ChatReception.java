package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.domain.account.Platform;
import io.gatehouse.domain.account.PlatformAccount;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.template.Template;
import io.gatehouse.install.template.Templates;
import io.gatehouse.install.transaction.RetriedTransactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes messages in: finds out who speaks and to which template, and has one transaction answer. */
@Stateless
@Local(ChatMessages.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChatReception implements ChatMessages {

    private AccountReader accounts;
    private Templates templates;
    private RetriedTransactions transactions;
    private MessageDesk desk;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChatReception() {}

    @Inject
    public ChatReception(
            AccountReader accounts, Templates templates, RetriedTransactions transactions, MessageDesk desk) {
        this.accounts = accounts;
        this.templates = templates;
        this.transactions = transactions;
        this.desk = desk;
    }

    @Override
    public ChatAnswer receive(ChatMessage message) {
        Optional<Platform> platform = Platform.ofWireName(message.platform());
        Optional<PlatformAccount> account = accounts.read(message.platform(), message.platformUserId());
        if (platform.isEmpty() || account.isEmpty()) {
            return refusal(ChatOutcome.PLATFORM_UNSUPPORTED);
        }
        Optional<Template> template = templates.serving(message.template(), message.connectionId());
        if (template.isEmpty()) {
            return refusal(ChatOutcome.NOT_INSTALLABLE);
        }
        Sender sender =
                new Sender(platform.get(), account.get(), accounts.readAliases(platform.get(), message.aliases()));
        Incoming incoming = new Incoming(sender, template.get(), MessageId.of(message.messageId()), message.text());
        return transactions.call(() -> desk.answer(incoming));
    }

    /** For the gateway's ears alone: whoever sent the message cannot mend it. */
    private static ChatAnswer refusal(ChatOutcome outcome) {
        return new ChatAnswer(outcome, null, null, null, null);
    }
}
