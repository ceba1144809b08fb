package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.channel.chat.SenderResolution.Resolved;
import io.gatehouse.install.channel.chat.SenderResolution.Unresolved;
import io.gatehouse.install.claim.move.NumberOwners;
import io.gatehouse.install.claim.move.NumberOwners.SenderStatus;
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
    private final Claims claims;
    private final OrdinaryMessages ordinary;
    private final ChatResponses answers;

    @Inject
    public MessageHandler(
            ChatExchangeStore exchanges,
            ChatLimits limits,
            Claims claims,
            OrdinaryMessages ordinary,
            ChatResponses answers) {
        this.exchanges = exchanges;
        this.limits = limits;
        this.claims = claims;
        this.ordinary = ordinary;
        this.answers = answers;
    }

    public Received receive(SenderResolution resolution) {
        if (resolution instanceof Resolved resolved) {
            return receive(resolved.message(), resolved.ownerCheck());
        }
        Unresolved unresolved = (Unresolved) resolution;
        // Without a reply text: only the gateway can correct this, the sender cannot.
        return new Received(
                new ChatAnswer(unresolved.outcome(), null, null, null, null), unresolved.account(), null, true);
    }

    private Received receive(Incoming message, NumberOwners.OwnerCheck ownerCheck) {
        Optional<UUID> exchange = exchanges.open(message.sender(), message.messageId());
        if (exchange.isEmpty()) {
            ChatAnswer given = exchanges
                    .answer(message.sender(), message.messageId())
                    .orElseThrow(() -> new LostRaceException("the exchange exists but its answer was not found"));
            return received(message, given, false);
        }
        SenderStatus status = ownerCheck.check();
        ChatAnswer answer =
                status == SenderStatus.FORMER_OWNER ? answers.notInstalled(message) : answer(message, status);
        ownerCheck.learn(status, answer.agentId() != null);
        exchanges.close(exchange.get(), answer);
        return received(message, answer, true);
    }

    private static Received received(Incoming message, ChatAnswer answer, boolean first) {
        return new Received(
                answer, message.sender().account(), message.template().agentId(), first);
    }

    private ChatAnswer answer(Incoming message, SenderStatus status) {
        if (!limits.admit(message.sender().key())) {
            return answers.refused(ChatOutcome.RATE_LIMITED, message);
        }
        Optional<String> token = TokenFinder.find(message.text());
        if (token.isPresent()) {
            return claim(message, token.get());
        }
        return status == SenderStatus.NOT_OWNER ? answers.notInstalled(message) : ordinary.answer(message);
    }

    /** Refuses an account with too many failed tokens before the token is verified. */
    private ChatAnswer claim(Incoming message, String token) {
        String account = message.sender().key();
        if (!limits.mayTryToken(account)) {
            return answers.refused(ChatOutcome.RATE_LIMITED, message);
        }
        ChatAnswer answer = claims.claim(message, token);
        if (answer.agentId() == null && answer.outcome() != ChatOutcome.CONFIRM_REQUIRED) {
            limits.failed(account);
        }
        return answer;
    }
}
