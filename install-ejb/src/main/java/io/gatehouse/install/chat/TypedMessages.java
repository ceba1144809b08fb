package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.held.HeldMessages;
import io.gatehouse.install.reply.AnswerWords;
import io.gatehouse.install.typed.Askable;
import io.gatehouse.install.typed.TypedLinks;
import io.gatehouse.install.typed.TypedQuestion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages of senders whose number users entered. The first message is answered by a question; a message that is
 * neither YES nor NO by a question about the user who entered the number last. All messages are held until the answer.
 * If the question is ambiguous, a YES counts only with the digits that a user's page shows.
 */
@Dependent
public class TypedMessages {

    private final TypedLinks typed;
    private final HeldMessages held;
    private final TypedAgreement agreement;
    private final ChatLimits limits;
    private final ChatResponses answers;

    @Inject
    public TypedMessages(
            TypedLinks typed, HeldMessages held, TypedAgreement agreement, ChatLimits limits, ChatResponses answers) {
        this.typed = typed;
        this.held = held;
        this.agreement = agreement;
        this.limits = limits;
        this.answers = answers;
    }

    /** Empty if no user who has an agent of this template entered the number. */
    Optional<ChatAnswer> answer(Incoming message) {
        UUID template = message.template().agentId();
        Optional<TypedQuestion> open = typed.open(message.sender().keys(), template);
        Collection<String> keys = open.<Collection<String>>map(question -> List.of(question.accountKey()))
                .orElseGet(() -> message.sender().keys());
        return typed.askable(keys, template)
                .map(askable -> open.isPresent() ? answer(message, open.get(), askable) : askFirst(message, askable));
    }

    private ChatAnswer askFirst(Incoming message, Askable askable) {
        typed.ask(askable.newest());
        return ask(message, askable);
    }

    private ChatAnswer answer(Incoming message, TypedQuestion open, Askable askable) {
        if (open.heard() && AnswerWords.beginsWithNo(message.text())) {
            return typed.refuse(open)
                    .map(others -> answers.greetedNext(message, others))
                    .orElseGet(() -> answers.refusedTyped(message));
        }
        Optional<String> digits = AnswerWords.digitsOfYes(message.text());
        if (open.heard() && digits.isPresent()) {
            return withDigits(message, digits.get(), open, askable);
        }
        boolean isNamed = !askable.isInDoubt() && askable.newest().identityId().equals(open.identityId());
        return open.heard() && isNamed && AnswerWords.isYes(message.text())
                ? agreement.connect(message, open, open)
                : askAgain(message, open, askable);
    }

    private ChatAnswer withDigits(Incoming message, String digits, TypedQuestion open, Askable askable) {
        String account = message.sender().key();
        if (!limits.mayTryToken(account)) {
            return answers.refused(ChatOutcome.RATE_LIMITED, message);
        }
        Optional<TypedQuestion> meant = typed.meant(askable, digits);
        if (meant.isEmpty()) {
            limits.failed(account);
            return askAgain(message, open, askable);
        }
        return agreement.connect(message, open, meant.get());
    }

    private ChatAnswer askAgain(Incoming message, TypedQuestion open, Askable askable) {
        typed.askAbout(open, askable.newest());
        return ask(message, askable);
    }

    /** Asks the question and holds the message, unless it is only an answer: that is not for the agent. */
    private ChatAnswer ask(Incoming message, Askable askable) {
        TypedQuestion question = askable.newest();
        if (message.text().isBlank()) {
            held.holdWordless(question.accountKey(), question.templateAgentId(), message.envelope());
        } else if (!AnswerWords.isAnswer(message.text())) {
            held.hold(question.accountKey(), question.templateAgentId(), message.envelope());
        }
        return answers.greeted(message, askable);
    }
}
