package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.claim.Undo;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Messages that are nothing but YES or NO, where somebody waits for one. */
@Dependent
public class WordMessages {

    private final Claims claims;
    private final Undo undo;
    private final Answers answers;

    @Inject
    public WordMessages(Claims claims, Undo undo, Answers answers) {
        this.claims = claims;
        this.undo = undo;
        this.answers = answers;
    }

    /** Empty if the message is for the agent. A claim that waits is answered before a link is undone. */
    Optional<ChatAnswer> answer(Incoming message) {
        if (answers.isYes(message)) {
            return claims.yes(message);
        }
        return answers.isNo(message) ? no(message) : Optional.empty();
    }

    ChatAnswer refused(ChatOutcome outcome, Incoming message) {
        return answers.refused(outcome, message);
    }

    private Optional<ChatAnswer> no(Incoming message) {
        Optional<ChatAnswer> declined = claims.no(message);
        if (declined.isPresent()) {
            return declined;
        }
        return undo.undo(message.sender()) ? Optional.of(answers.unlinked(message)) : Optional.empty();
    }
}
