package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.install.channel.route.RouteStore;
import io.gatehouse.install.claim.AccountLinking;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.install.claim.held.HeldMessages;
import io.gatehouse.install.claim.typed.TypedLinks;
import io.gatehouse.install.claim.typed.TypedQuestion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Applies the YES of an account whose number a user entered. */
@Dependent
public class TypedLinkConfirmation {

    private final TypedLinks typed;
    private final HeldMessages held;
    private final AccountLinking linking;
    private final RouteStore routes;
    private final ChatResponses answers;

    @Inject
    public TypedLinkConfirmation(
            TypedLinks typed, HeldMessages held, AccountLinking linking, RouteStore routes, ChatResponses answers) {
        this.typed = typed;
        this.held = held;
        this.linking = linking;
        this.routes = routes;
        this.answers = answers;
    }

    /**
     * Links the sender and delivers the held messages.
     *
     * @param open the question that was asked last
     * @param chosen the question that the YES answers: the same one, or that of the user whose page shows the
     *     digits that were sent with the YES
     */
    ChatAnswer connect(Incoming message, TypedQuestion open, TypedQuestion chosen) {
        Sender sender = message.sender();
        typed.accept(open, chosen, message.sender().authority());
        linking.find(sender);
        linking.learn(sender, chosen.user());
        ChatRoute route = routes.find(chosen.accountKey(), chosen.templateAgentId())
                .orElseThrow(() -> new IllegalStateException("the agent that was asked about was not found"));
        held.deliver(chosen.accountKey(), chosen.templateAgentId(), sender.account(), route);
        typed.close(chosen);
        return answers.connected(message, route, chosen.email());
    }
}
