package io.gatehouse.install.chat;

import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.identity.LinkedAccount;
import io.gatehouse.install.claim.AccountLinking;
import io.gatehouse.install.route.RouteStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Messages for the agent. */
@Dependent
public class OrdinaryMessages {

    private final AccountLinking linking;
    private final RouteStore routes;
    private final Answers answers;

    @Inject
    public OrdinaryMessages(AccountLinking linking, RouteStore routes, Answers answers) {
        this.linking = linking;
        this.routes = routes;
        this.answers = answers;
    }

    /** As to somebody who is nobody's, whoever they are. */
    ChatAnswer stranger(Incoming message) {
        return answers.notInstalled(message);
    }

    ChatAnswer answer(Incoming message) {
        Optional<LinkedAccount> link = linking.find(message.sender());
        if (link.isEmpty()) {
            return answers.notInstalled(message);
        }
        if (!link.get().isVerified()) {
            linking.verify(link.get().identityId());
        }
        linking.learn(message.sender(), link.get().user());
        return routes.find(message.sender().key(), message.template().agentId())
                .map(answers::routed)
                .orElseGet(() -> answers.notInstalled(message));
    }
}
