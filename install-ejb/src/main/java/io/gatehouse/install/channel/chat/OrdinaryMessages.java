package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.install.channel.route.RouteStore;
import io.gatehouse.install.claim.AccountLinking;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Messages without a token. They are routed to the agent if the sender is linked and the message is not an undo;
 * otherwise they are treated as answers to questions.
 */
@Dependent
public class OrdinaryMessages {

    private final AccountLinking linking;
    private final YesNoMessages refusals;
    private final Questions questions;
    private final RouteStore routes;
    private final ChatResponses answers;

    @Inject
    public OrdinaryMessages(
            AccountLinking linking,
            YesNoMessages refusals,
            Questions questions,
            RouteStore routes,
            ChatResponses answers) {
        this.linking = linking;
        this.refusals = refusals;
        this.questions = questions;
        this.routes = routes;
        this.answers = answers;
    }

    ChatAnswer answer(Incoming message) {
        return linked(message)
                .or(() -> questions.answer(message))
                // A concurrent message may have answered the question and linked the sender.
                .or(() -> linked(message))
                .orElseGet(() -> answers.notInstalled(message));
    }

    /** Empty if the sender is not linked. */
    private Optional<ChatAnswer> linked(Incoming message) {
        return linking.find(message.sender())
                .map(link -> refusals.answer(message).orElseGet(() -> forAgent(message, link)));
    }

    private ChatAnswer forAgent(Incoming message, LinkedAccount link) {
        linking.learnFromMessage(link, message.sender());
        return routes.find(message.sender().key(), message.template().agentId())
                .map(ChatAnswer::routed)
                .orElseGet(() -> answers.notInstalled(message));
    }
}
