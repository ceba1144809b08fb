package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.install.reply.AnswerWords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What a sender says who is not linked: the answer to a question, or a reason to ask one. A token that waits for its YES
 * goes before numbers that somebody typed: it came from the sender's own phone, and was the last thing asked about.
 */
@Dependent
public class Questions {

    private final Claims claims;
    private final TypedMessages typed;

    @Inject
    public Questions(Claims claims, TypedMessages typed) {
        this.claims = claims;
        this.typed = typed;
    }

    /** Empty if there is nothing to ask. */
    Optional<ChatAnswer> answer(Incoming message) {
        Optional<ChatAnswer> claim = claims.isAsked(message) ? Optional.of(answerToClaim(message)) : Optional.empty();
        return claim.or(() -> typed.answer(message)).or(() -> tooLate(message));
    }

    private ChatAnswer answerToClaim(Incoming message) {
        Optional<ChatAnswer> answer = Optional.empty();
        if (AnswerWords.isYes(message.text())) {
            answer = claims.yes(message);
        } else if (AnswerWords.beginsWithNo(message.text())) {
            answer = claims.no(message);
        }
        return answer.orElseGet(() -> claims.askAgain(message));
    }

    /** The YES to a token that has expired is told so, once. */
    private Optional<ChatAnswer> tooLate(Incoming message) {
        return AnswerWords.isYes(message.text()) ? claims.yes(message) : Optional.empty();
    }
}
