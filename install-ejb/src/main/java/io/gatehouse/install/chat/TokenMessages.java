package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.claim.ClaimEvents;
import io.gatehouse.install.claim.PresentedToken;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.install.token.TokenCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Messages that contain an install token. */
@Dependent
public class TokenMessages {

    private final InstallTokens tokens;
    private final Claims claims;
    private final ClaimEvents events;
    private final ChatLimits limits;
    private final ChatResponses answers;

    @Inject
    public TokenMessages(
            InstallTokens tokens, Claims claims, ClaimEvents events, ChatLimits limits, ChatResponses answers) {
        this.tokens = tokens;
        this.claims = claims;
        this.events = events;
        this.limits = limits;
        this.answers = answers;
    }

    /** Refuses an account with too many failed tokens before the token is verified. */
    ChatAnswer answer(Incoming message, String token) {
        String account = message.sender().key();
        if (!limits.mayTryToken(account)) {
            return answers.refused(ChatOutcome.RATE_LIMITED, message);
        }
        ChatAnswer answer = judge(message, token);
        if (answer.agentId() == null && answer.outcome() != ChatOutcome.CONFIRM_REQUIRED) {
            limits.failed(account);
        }
        return answer;
    }

    ChatAnswer refused(ChatOutcome outcome, Incoming message) {
        return answers.refused(outcome, message);
    }

    private ChatAnswer judge(Incoming message, String token) {
        TokenCheck check = tokens.verify(token);
        if (check instanceof TokenCheck.Valid valid) {
            return claims.redeemOrAsk(message, PresentedToken.of(valid.claim()));
        }
        ChatOutcome outcome =
                check instanceof TokenCheck.Expired ? ChatOutcome.TOKEN_EXPIRED : ChatOutcome.TOKEN_INVALID;
        events.refused(outcome, message.sender(), token);
        return answers.refused(outcome, message);
    }
}
