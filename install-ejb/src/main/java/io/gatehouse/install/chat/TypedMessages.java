package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.install.claim.AccountLinking;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.held.HeldMessages;
import io.gatehouse.install.reply.AnswerWords;
import io.gatehouse.install.route.RouteStore;
import io.gatehouse.install.typed.TypedLinks;
import io.gatehouse.install.typed.TypedQuestion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages of senders whose number somebody typed. The first is answered by a question, and whatever is neither YES nor NO by
 * the same one again; all of it waits for the answer.
 */
@Dependent
public class TypedMessages {

    private final TypedLinks typed;
    private final HeldMessages held;
    private final AccountLinking linking;
    private final RouteStore routes;
    private final Answers answers;

    @Inject
    public TypedMessages(
            TypedLinks typed, HeldMessages held, AccountLinking linking, RouteStore routes, Answers answers) {
        this.typed = typed;
        this.held = held;
        this.linking = linking;
        this.routes = routes;
        this.answers = answers;
    }

    /** Empty if nobody typed the number, or nobody who has an agent of this template. */
    Optional<ChatAnswer> answer(Incoming message) {
        Sender sender = message.sender();
        UUID template = message.template().agentId();
        Optional<TypedQuestion> open = typed.open(sender, template);
        if (open.isEmpty()) {
            return typed.ask(sender, template).map(question -> ask(message, question));
        }
        TypedQuestion question = open.get();
        if (question.heard() && AnswerWords.isYes(message.text())) {
            return Optional.of(yes(message, question));
        }
        if (question.heard() && AnswerWords.beginsWithNo(message.text())) {
            return Optional.of(no(message, question));
        }
        typed.askAgain(question);
        return Optional.of(ask(message, question));
    }

    /** A message that is an answer and nothing else says nothing to the agent. */
    private ChatAnswer ask(Incoming message, TypedQuestion question) {
        if (!AnswerWords.isYes(message.text()) && !AnswerWords.isNo(message.text())) {
            held.hold(question.accountKey(), question.templateAgentId(), message.envelope());
        }
        return answers.greeted(message, question.email());
    }

    private ChatAnswer yes(Incoming message, TypedQuestion question) {
        Sender sender = message.sender();
        typed.accept(question, sender.voucher());
        linking.find(sender);
        linking.learn(sender, question.user());
        ChatRoute route = routes.find(question.accountKey(), question.templateAgentId())
                .orElseThrow(() -> new IllegalStateException("an agent was there to be asked for"));
        held.deliver(question.accountKey(), question.templateAgentId(), sender.account(), route);
        typed.close(question);
        return answers.connected(message, route, question.email());
    }

    private ChatAnswer no(Incoming message, TypedQuestion question) {
        return typed.refuse(question)
                .map(next -> answers.greetedNext(message, next.email()))
                .orElseGet(() -> answers.refusedTyped(message));
    }
}
