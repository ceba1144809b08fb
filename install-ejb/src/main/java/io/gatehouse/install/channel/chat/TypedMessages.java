package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.channel.reply.AnswerWords;
import io.gatehouse.install.claim.held.HeldMessages;
import io.gatehouse.install.claim.typed.PendingQuestions;
import io.gatehouse.install.claim.typed.TypedLinks;
import io.gatehouse.install.claim.typed.TypedQuestion;
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
    private final TypedLinkConfirmation agreement;
    private final ChatLimits limits;
    private final ChatResponses answers;

    @Inject
    public TypedMessages(
            TypedLinks typed,
            HeldMessages held,
            TypedLinkConfirmation agreement,
            ChatLimits limits,
            ChatResponses answers) {
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
        return typed.pending(keys, template)
                .map(pending -> open.isPresent() ? answer(message, open.get(), pending) : askFirst(message, pending));
    }

    private ChatAnswer askFirst(Incoming message, PendingQuestions pending) {
        typed.ask(pending.newest());
        return ask(message, pending);
    }

    private ChatAnswer answer(Incoming message, TypedQuestion open, PendingQuestions pending) {
        if (open.heard() && AnswerWords.beginsWithNo(message.text())) {
            return typed.refuse(open)
                    .map(others -> answers.greetedNext(message, others))
                    .orElseGet(() -> answers.refusedTyped(message));
        }
        Optional<String> digits = AnswerWords.digitsOfYes(message.text());
        if (open.heard() && digits.isPresent()) {
            return withDigits(message, digits.get(), open, pending);
        }
        boolean asksAboutNewest =
                !pending.isAmbiguous() && pending.newest().identityId().equals(open.identityId());
        return open.heard() && asksAboutNewest && AnswerWords.isYes(message.text())
                ? agreement.connect(message, open, open)
                : askAgain(message, open, pending);
    }

    private ChatAnswer withDigits(Incoming message, String digits, TypedQuestion open, PendingQuestions pending) {
        String account = message.sender().key();
        if (!limits.mayTryToken(account)) {
            return answers.refused(ChatOutcome.RATE_LIMITED, message);
        }
        Optional<TypedQuestion> confirmed = typed.confirmed(pending, digits);
        if (confirmed.isEmpty()) {
            limits.failed(account);
            return askAgain(message, open, pending);
        }
        return agreement.connect(message, open, confirmed.get());
    }

    private ChatAnswer askAgain(Incoming message, TypedQuestion open, PendingQuestions pending) {
        typed.askAbout(open, pending.newest());
        return ask(message, pending);
    }

    /** Asks the question and holds the message, unless it is only an answer: that is not for the agent. */
    private ChatAnswer ask(Incoming message, PendingQuestions pending) {
        TypedQuestion question = pending.newest();
        if (message.text().isBlank()) {
            held.holdWordless(question.accountKey(), question.templateAgentId(), message.envelope());
        } else if (!AnswerWords.isAnswer(message.text())) {
            held.hold(question.accountKey(), question.templateAgentId(), message.envelope());
        }
        return answers.greeted(message, pending);
    }
}
