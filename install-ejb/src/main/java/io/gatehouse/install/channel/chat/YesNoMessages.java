package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.install.channel.reply.AnswerWords;
import io.gatehouse.install.claim.LinkUndo;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Handles YES and NO of a linked sender. */
@Dependent
public class YesNoMessages {

    private final Claims claims;
    private final LinkUndo undo;
    private final ChatResponses answers;

    @Inject
    public YesNoMessages(Claims claims, LinkUndo undo, ChatResponses answers) {
        this.claims = claims;
        this.undo = undo;
        this.answers = answers;
    }

    /** Empty if the message is for the agent. A waiting claim is answered before a link is undone. */
    Optional<ChatAnswer> answer(Incoming message) {
        if (AnswerWords.isYes(message.text())) {
            return claims.yes(message);
        }
        return AnswerWords.isNo(message.text()) ? no(message) : Optional.empty();
    }

    private Optional<ChatAnswer> no(Incoming message) {
        Optional<ChatAnswer> declined = claims.no(message);
        if (declined.isPresent()) {
            return declined;
        }
        return undo.undo(message.sender()) ? Optional.of(answers.unlinked(message)) : Optional.empty();
    }
}
