package io.gatehouse.install.world;

import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.contract.chat.ChatRoutes;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.install.InstalledAgents;
import io.gatehouse.contract.install.Installs;
import io.gatehouse.domain.config.Settings;
import io.gatehouse.domain.id.Ids;
import io.gatehouse.domain.transaction.NewTransaction;
import io.gatehouse.domain.transaction.RetriedTransactions;
import io.gatehouse.install.account.AccountReader;
import io.gatehouse.install.agent.BlueprintStore;
import io.gatehouse.install.agent.InstallDesk;
import io.gatehouse.install.agent.InstallEvents;
import io.gatehouse.install.agent.InstalledAgentStore;
import io.gatehouse.install.agent.Installer;
import io.gatehouse.install.agent.PersonalOrganizationStore;
import io.gatehouse.install.agent.PhoneLinks;
import io.gatehouse.install.agent.TemplateInstalls;
import io.gatehouse.install.agent.UsersInstalledAgents;
import io.gatehouse.install.chat.Answers;
import io.gatehouse.install.chat.ChatDoor;
import io.gatehouse.install.chat.ChatExchangeStore;
import io.gatehouse.install.chat.ChatLimits;
import io.gatehouse.install.chat.ChatReception;
import io.gatehouse.install.chat.Claims;
import io.gatehouse.install.chat.MessageDesk;
import io.gatehouse.install.chat.OrdinaryMessages;
import io.gatehouse.install.chat.TokenMessages;
import io.gatehouse.install.chat.WordMessages;
import io.gatehouse.install.claim.AccountLinking;
import io.gatehouse.install.claim.ClaimCheck;
import io.gatehouse.install.claim.ClaimDesk;
import io.gatehouse.install.claim.ClaimEvents;
import io.gatehouse.install.claim.ClaimStore;
import io.gatehouse.install.claim.LearnedAliasStore;
import io.gatehouse.install.claim.PendingClaimStore;
import io.gatehouse.install.claim.PendingClaims;
import io.gatehouse.install.claim.Undo;
import io.gatehouse.install.move.AccountChanges;
import io.gatehouse.install.move.MoveEvents;
import io.gatehouse.install.move.NumberOwners;
import io.gatehouse.install.move.ScopedIdStore;
import io.gatehouse.install.route.AccountRoutes;
import io.gatehouse.install.route.RouteStore;
import io.gatehouse.install.template.TemplateStore;
import io.gatehouse.install.template.Templates;
import io.gatehouse.install.token.InstallTokenKeys;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.testkit.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Supplier;

/** What the container does: every bean of the module, put together. */
public final class Wiring {

    public final InstallTokens tokens;
    public final AuditTrail audit;
    public final IdentityLinks links;
    public final PersonalOrganizationStore organizations;
    public final RetriedTransactions transactions;
    public final Templates templates;
    public final Installs installs;
    public final InstalledAgents installedAgents;
    public final ChatRoutes routes;
    public final ChatDoor door;
    public final ChatMessages chat;
    public final AccountReader accounts;
    public final AccountChanges changes;

    Wiring(TestDatabase database, Settings settings, InstantSource clock, Ids ids, Runnable beforeLinking) {
        EntityManager em = database.entityManager();
        tokens = new InstallTokens(
                InstallTokenKeys.of(settings.encryption().current()),
                settings.install().audience(),
                settings.install().tokenTtl(),
                clock,
                new Random());
        audit = new AuditTwin(em, ids, clock);
        links = new IdentityTwin(em, audit, ids, clock, beforeLinking);
        organizations = new PersonalOrganizationStore(em);
        NewTransaction transaction = newTransaction(database);
        transactions = new RetriedTransactions(transaction);
        TemplateStore templateStore = new TemplateStore(em);
        templates = new Templates(templateStore, transaction);
        accounts = new AccountReader(settings);

        InstalledAgentStore agents = new InstalledAgentStore(em, ids, clock);
        Installer installer = new Installer(agents, new BlueprintStore(em), templateStore, ids, clock);
        InstallEvents installEvents = new InstallEvents(audit);
        InstallDesk installDesk = new InstallDesk(templateStore, organizations, agents, installer, installEvents);
        installs = new TemplateInstalls(transactions, templates, installDesk, new PhoneLinks(accounts, links));
        installedAgents = new UsersInstalledAgents(agents, installDesk, transactions);

        ClaimStore claims = new ClaimStore(em, ids, clock);
        ClaimEvents events = new ClaimEvents(audit);
        AccountLinking linking = new AccountLinking(links);
        ClaimCheck check = new ClaimCheck(claims, templateStore, organizations, installer, links);
        ClaimDesk claimDesk = new ClaimDesk(claims, installer, linking, installEvents, events);
        PendingClaims pending = new PendingClaims(new PendingClaimStore(em), organizations, events, clock);

        RouteStore routeStore = new RouteStore(database.joiningDataSource());
        routes = new AccountRoutes(accounts, templates, routeStore);
        Answers answers = new Answers(settings);
        Claims chatClaims = new Claims(check, claimDesk, pending, answers, settings);
        ChatLimits limits = new ChatLimits(settings, clock);
        ScopedIdStore scopedIds = new ScopedIdStore(em);
        door = new ChatDoor(
                accounts,
                templates,
                new MessageDesk(
                        new ChatExchangeStore(em, ids, clock),
                        limits,
                        new TokenMessages(tokens, chatClaims, events, limits, answers),
                        new WordMessages(
                                chatClaims,
                                new Undo(links, claims, new LearnedAliasStore(em), clock, settings),
                                answers),
                        new OrdinaryMessages(linking, routeStore, answers)),
                new NumberOwners(scopedIds, links));
        changes = new AccountChanges(accounts, links, scopedIds, routeStore, new MoveEvents(audit, organizations));
        chat = new ChatReception(transactions, door, (message, received) -> {});
    }

    /** What a store has injected outlives no transaction here, so reads get one too. */
    static NewTransaction newTransaction(TestDatabase database) {
        return new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return database.tx(work);
            }
        };
    }
}
