package io.gatehouse.install.route;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.chat.ChatRoutes;
import io.gatehouse.domain.account.PlatformAccount;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.template.TemplateLookup.Found;
import io.gatehouse.install.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Looks routes up without a transaction: one query is consistent by itself. So it is no EJB. */
@ApplicationScoped
public class AccountRoutes implements ChatRoutes {

    private AccountReader accounts;
    private Templates templates;
    private RouteStore routes;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public AccountRoutes() {}

    @Inject
    public AccountRoutes(AccountReader accounts, Templates templates, RouteStore routes) {
        this.accounts = accounts;
        this.templates = templates;
        this.routes = routes;
    }

    @Override
    public Optional<ChatRoute> find(String platform, String platformUserId, String template) {
        Optional<PlatformAccount> account = accounts.read(platform, platformUserId);
        return account.isPresent() && templates.find(template) instanceof Found found
                ? routes.find(account.get().activeKey(), found.template().agentId())
                : Optional.empty();
    }
}
