package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.claim.ClaimCheck;
import io.gatehouse.install.claim.ClaimService;
import io.gatehouse.install.claim.ClaimVerdict;
import io.gatehouse.install.claim.PendingClaims;
import io.gatehouse.install.claim.PresentedToken;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.install.token.TokenCheck;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Verifies tokens, and redeems them at once, or after a YES if the deployment requires confirmation. */
@Dependent
public class Claims {

    private final InstallTokens tokens;
    private final ClaimCheck check;
    private final ClaimService service;
    private final PendingClaims pending;
    private final ChatResponses answers;

    @Inject
    public Claims(
            InstallTokens tokens,
            ClaimCheck check,
            ClaimService service,
            PendingClaims pending,
            ChatResponses answers) {
        this.tokens = tokens;
        this.check = check;
        this.service = service;
        this.pending = pending;
        this.answers = answers;
    }

    /** Redeems the token in the message, or asks for confirmation. */
    ChatAnswer claim(Incoming message, String token) {
        TokenCheck verified = tokens.verify(token);
        if (verified instanceof TokenCheck.Valid valid) {
            return redeemOrAsk(message, PresentedToken.of(valid.claim()));
        }
        ChatOutcome outcome =
                verified instanceof TokenCheck.Expired ? ChatOutcome.TOKEN_EXPIRED : ChatOutcome.TOKEN_INVALID;
        return answers.of(service.refuse(outcome, message.sender(), token), message);
    }

    private ChatAnswer redeemOrAsk(Incoming message, PresentedToken token) {
        ClaimVerdict verdict = check.check(message.sender(), token);
        if (verdict instanceof ClaimVerdict.Clear clear && pending.mustAsk(clear)) {
            pending.ask(
                    message.sender(),
                    message.template().agentId(),
                    token,
                    clear.organization().id());
            return answers.confirm(
                    message, clear.template(), clear.organization().ownerEmail());
        }
        return answers.of(service.carryOut(verdict, message.sender(), token), message);
    }

    /** Redeems the token that this YES confirms. Empty if there is none; then the YES is an ordinary message. */
    Optional<ChatAnswer> yes(Incoming message) {
        return pending.take(message.sender(), message.template().agentId()).map(token -> {
            if (pending.isExpired(token)) {
                pending.refuseExpired(message.sender(), token);
                return answers.refused(ChatOutcome.TOKEN_EXPIRED, message);
            }
            ClaimVerdict verdict = check.check(message.sender(), token);
            return answers.of(service.carryOut(verdict, message.sender(), token), message);
        });
    }

    /** Whether an unexpired token waits for the sender's YES. */
    boolean isAsked(Incoming message) {
        return pending.waiting(message.sender(), message.template().agentId()).isPresent();
    }

    /** Repeats the question, unless the claim would meanwhile be refused. */
    ChatAnswer askAgain(Incoming message) {
        PresentedToken token = pending.waiting(
                        message.sender(), message.template().agentId())
                .orElseThrow(() -> new LostRaceException("the claim was answered concurrently"));
        ClaimVerdict verdict = check.check(message.sender(), token);
        if (verdict instanceof ClaimVerdict.Clear clear) {
            return answers.confirm(
                    message, clear.template(), clear.organization().ownerEmail());
        }
        pending.take(message.sender(), message.template().agentId());
        return answers.of(service.carryOut(verdict, message.sender(), token), message);
    }

    /** Declines the token that waits for an answer. Empty if there is none that has not expired. */
    Optional<ChatAnswer> no(Incoming message) {
        return pending.decline(message.sender(), message.template().agentId())
                ? Optional.of(answers.declined(message))
                : Optional.empty();
    }
}
