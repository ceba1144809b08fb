package io.gatehouse.install.route;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.chat.ChatRoutes;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.template.TemplateLookup.Found;
import io.gatehouse.install.template.Templates;
import io.gatehouse.kernel.batch.Batcher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Looks routes up without a transaction: one query is consistent by itself. So it is no EJB. Who asks while a query runs is
 * answered by the next one, together with the others who do.
 */
@ApplicationScoped
public class ChatRoutesBean implements ChatRoutes {

    /** Far more than a server has request threads that wait. */
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
