package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.install.channel.reply.AnswerWords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Messages of senders who are not linked: an answer to a question, or the reason to ask one. A claim that waits for its
 * YES takes precedence over numbers that users entered: the token was sent from the sender's own phone and was asked
 * about last.
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

    /** Empty if there is no question to answer or to ask. */
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

    /** A YES to an expired token is answered once, with the information that it has expired. */
    private Optional<ChatAnswer> tooLate(Incoming message) {
        return AnswerWords.isYes(message.text()) ? claims.yes(message) : Optional.empty();
    }
}
