package io.gatehouse.install.channel.route;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.chat.ChatRoutes;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.catalog.template.TemplateLookup.Found;
import io.gatehouse.install.catalog.template.Templates;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.kernel.batch.Batcher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Finds routes without a transaction: a single query is consistent in itself. Therefore it is not an EJB. Callers that
 * arrive while a query runs share the next one.
 */
@ApplicationScoped
public class ChatRoutesBean implements ChatRoutes {

    /** Maximum number of callers per query; far more than the request threads that a server has. */
    private static final int BATCH = 256;

    private AccountReader accounts;
    private Templates templates;
    private Batcher<RouteStore.Question, Optional<ChatRoute>> routes;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChatRoutesBean() {}

    @Inject
    public ChatRoutesBean(AccountReader accounts, Templates templates, RouteStore routes) {
        this.accounts = accounts;
        this.templates = templates;
        this.routes = new Batcher<>(BATCH, routes::findAll);
    }

    @Override
    public Optional<ChatRoute> find(String platform, String platformUserId, String template) {
        Optional<PlatformAccount> account = accounts.read(platform, platformUserId);
        return account.isPresent() && templates.find(template) instanceof Found found
                ? routes.ask(new RouteStore.Question(
                        account.get().activeKey(), found.template().agentId()))
                : Optional.empty();
    }
}
