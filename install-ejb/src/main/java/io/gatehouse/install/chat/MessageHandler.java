package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.move.NumberOwners;
import io.gatehouse.install.move.NumberOwners.SenderStatus;
import io.gatehouse.install.token.TokenFinder;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Answers one message inside the caller's transaction. A message that is delivered again gets the same answer. */
@Dependent
public class MessageHandler {

    private final ChatExchangeStore exchanges;
    private final ChatLimits limits;
    private final TokenMessages tokens;
    private final OrdinaryMessages ordinary;

    @Inject
    public MessageHandler(
            ChatExchangeStore exchanges, ChatLimits limits, TokenMessages tokens, OrdinaryMessages ordinary) {
        this.exchanges = exchanges;
        this.limits = limits;
        this.tokens = tokens;
        this.ordinary = ordinary;
    }

    /** @param first false for a message that was answered before */
    record Answered(ChatAnswer answer, boolean first) {}

    /** @param ownerCheck carried out before a message is answered for the first time */
    Answered answer(Incoming message, NumberOwners.OwnerCheck ownerCheck) {
        Optional<UUID> exchange = exchanges.open(message.sender(), message.messageId());
        if (exchange.isEmpty()) {
            ChatAnswer given = exchanges
                    .answer(message.sender(), message.messageId())
                    .orElseThrow(() -> new LostRaceException("the exchange exists but its answer was not found"));
            return new Answered(given, false);
        }
        SenderStatus status = ownerCheck.check();
        ChatAnswer answer =
                status == SenderStatus.FORMER_OWNER ? ordinary.answerUnlinked(message) : process(message, status);
        ownerCheck.learn(status, answer.agentId() != null);
        exchanges.close(exchange.get(), answer);
        return new Answered(answer, true);
    }

    private ChatAnswer process(Incoming message, SenderStatus status) {
        if (!limits.admit(message.sender().key())) {
            return tokens.refused(ChatOutcome.RATE_LIMITED, message);
        }
        Optional<String> token = TokenFinder.find(message.text());
        if (token.isPresent()) {
            return tokens.answer(message, token.get());
        }
        return status == SenderStatus.NOT_OWNER ? ordinary.answerUnlinked(message) : ordinary.answer(message);
    }
}
