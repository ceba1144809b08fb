package io.gatehouse.install.world;

import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.ChatMessages;
import io.gatehouse.contract.chat.ChatRoutes;
import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.install.InstalledAgents;
import io.gatehouse.contract.install.Installs;
import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.install.catalog.agent.BlueprintStore;
import io.gatehouse.install.catalog.agent.InstallEvents;
import io.gatehouse.install.catalog.agent.InstallService;
import io.gatehouse.install.catalog.agent.InstalledAgentStore;
import io.gatehouse.install.catalog.agent.InstalledAgentsBean;
import io.gatehouse.install.catalog.agent.Installer;
import io.gatehouse.install.catalog.agent.InstallsBean;
import io.gatehouse.install.catalog.agent.PersonalOrganizationStore;
import io.gatehouse.install.catalog.agent.PhoneLinks;
import io.gatehouse.install.catalog.template.TemplateStore;
import io.gatehouse.install.catalog.template.Templates;
import io.gatehouse.install.channel.chat.ChatExchangeStore;
import io.gatehouse.install.channel.chat.ChatLimits;
import io.gatehouse.install.channel.chat.ChatMessagesBean;
import io.gatehouse.install.channel.chat.ChatResponses;
import io.gatehouse.install.channel.chat.Claims;
import io.gatehouse.install.channel.chat.GatewayRouting;
import io.gatehouse.install.channel.chat.MessageHandler;
import io.gatehouse.install.channel.chat.OrdinaryMessages;
import io.gatehouse.install.channel.chat.Questions;
import io.gatehouse.install.channel.chat.Received;
import io.gatehouse.install.channel.chat.SenderResolver;
import io.gatehouse.install.channel.chat.TypedLinkConfirmation;
import io.gatehouse.install.channel.chat.TypedMessages;
import io.gatehouse.install.channel.chat.YesNoMessages;
import io.gatehouse.install.channel.connection.ConnectionStore;
import io.gatehouse.install.channel.connection.ConnectionViews;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.install.channel.connection.SettingsVault;
import io.gatehouse.install.channel.outbox.OutboundStore;
import io.gatehouse.install.channel.outbox.Outbox;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.channel.platform.PlatformTwin;
import io.gatehouse.install.channel.route.ChatRoutesBean;
import io.gatehouse.install.channel.route.RouteStore;
import io.gatehouse.install.claim.AccountLinking;
import io.gatehouse.install.claim.ClaimCheck;
import io.gatehouse.install.claim.ClaimEvents;
import io.gatehouse.install.claim.ClaimService;
import io.gatehouse.install.claim.ClaimStore;
import io.gatehouse.install.claim.LearnedAliasStore;
import io.gatehouse.install.claim.LinkUndo;
import io.gatehouse.install.claim.PendingClaimStore;
import io.gatehouse.install.claim.PendingClaims;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.install.claim.held.Envelope;
import io.gatehouse.install.claim.held.HeldDelivery;
import io.gatehouse.install.claim.held.HeldMessageStore;
import io.gatehouse.install.claim.held.HeldMessages;
import io.gatehouse.install.claim.move.AccountChanges;
import io.gatehouse.install.claim.move.MoveEvents;
import io.gatehouse.install.claim.move.NumberOwners;
import io.gatehouse.install.claim.move.ScopedIdStore;
import io.gatehouse.install.claim.typed.GreetingStore;
import io.gatehouse.install.claim.typed.Greetings;
import io.gatehouse.install.claim.typed.TypedLinks;
import io.gatehouse.install.claim.typed.TypedQuestionStore;
import io.gatehouse.install.token.InstallTokenKeys;
import io.gatehouse.install.token.InstallTokens;
import io.gatehouse.kernel.config.SealedBoxProducer;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import io.gatehouse.testkit.AnnotatedTransactions;
import io.gatehouse.testkit.TestDatabase;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** All beans of the module, wired as the container does. */
public final class Wiring {

    public final InstallTokens tokens;
    public final AuditTrail audit;
    public final IdentityLinks links;
    public final PersonalOrganizationStore organizations;
    public final RetriedTransactions transactions;
    public final AnnotatedTransactions annotated;
    public final Templates templates;
    public final Installs installs;
    public final InstalledAgents installedAgents;
    public final ChatRoutes routes;
    public final SenderResolver senders;
    public final MessageHandler handler;
    public final ChatMessages chat;
    public final AccountReader accounts;
    public final AccountChanges changes;
    public final ConfirmationCodes codes;

    /** The implementations that deliver held messages; a test may add its own. */
    public final List<HeldDelivery> heldDeliveries = new CopyOnWriteArrayList<>();

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
        annotated = new AnnotatedTransactions(database, transactions);
        TemplateStore templateStore = new TemplateStore(em);
        templates = new Templates(templateStore, transaction);
        accounts = new AccountReader(settings);

        InstalledAgentStore agents = new InstalledAgentStore(em, ids, clock);
        Installer installer = new Installer(agents, new BlueprintStore(em), templateStore, ids, clock);
        InstallEvents installEvents = new InstallEvents(audit);
        InstallService installService =
                annotated.on(new InstallService(templateStore, organizations, agents, installer, installEvents));
        codes = new ConfirmationCodes(settings);
        TypedQuestionStore questions = new TypedQuestionStore(em);
        SealedBox box = SealedBoxProducer.sealedBox(settings, new SecureRandom());
        SettingsVault vault = new SettingsVault(box);
        Greetings greetings = new Greetings(
                new OpenConnections(
                        new ConnectionStore(em, ids, clock), transaction, vault, new ConnectionViews(settings, vault)),
                questions,
                new GreetingStore(em),
                new Outbox(
                        new OutboundStore(em, database.joiningDataSource()),
                        new PlatformTwin(message -> new Delivery.Unknown("nothing is sent by this one")).apis(),
                        ids,
                        clock,
                        settings),
                clock);
        installs = new InstallsBean(
                templates,
                installService,
                annotated.on(new PhoneLinks(accounts, organizations, links, greetings, codes)));
        installedAgents = annotated.on(new InstalledAgentsBean(agents, installService));

        ClaimStore claims = new ClaimStore(em, ids, clock);
        ClaimEvents events = new ClaimEvents(audit);
        AccountLinking linking = new AccountLinking(links, questions);
        ClaimCheck check = new ClaimCheck(claims, templateStore, organizations, installer, links);
        ClaimService claimService = new ClaimService(claims, installer, linking, installEvents, events);
        PendingClaims pending =
                new PendingClaims(new PendingClaimStore(em, ids), organizations, events, clock, settings);

        RouteStore routeStore = new RouteStore(database.joiningDataSource());
        routes = new ChatRoutesBean(accounts, templates, routeStore);
        ChatResponses answers = new ChatResponses(settings);
        Claims chatClaims = new Claims(tokens, check, claimService, pending, answers);
        ChatLimits limits = new ChatLimits(settings, clock);
        TypedLinks typed = new TypedLinks(questions, links, codes, clock);
        HeldMessages held = new HeldMessages(new HeldMessageStore(em, box, ids), heldDeliveries);
        ScopedIdStore scopedIds = new ScopedIdStore(em);
        senders = new SenderResolver(accounts, templates, new NumberOwners(scopedIds, links));
        handler = new MessageHandler(
                new ChatExchangeStore(em, ids, clock),
                limits,
                chatClaims,
                new OrdinaryMessages(
                        linking,
                        new YesNoMessages(
                                chatClaims, new LinkUndo(links, new LearnedAliasStore(em), clock, settings), answers),
                        new Questions(
                                chatClaims,
                                new TypedMessages(
                                        typed,
                                        held,
                                        new TypedLinkConfirmation(typed, held, linking, routeStore, answers),
                                        limits,
                                        answers)),
                        routeStore,
                        answers),
                answers);
        changes = new AccountChanges(accounts, links, scopedIds, routeStore, new MoveEvents(audit, organizations));
        chat = annotated.on(new ChatMessagesBean(senders, handler, new Unrouted()));
    }

    /** Discards messages of gateways. */
    private static final class Unrouted implements GatewayRouting {

        @Override
        public Envelope envelope(ChatMessage message) {
            return new Envelope(null, message::text);
        }

        @Override
        public void route(ChatMessage message, Received received) {}
    }

    /** Injected resources of a store do not outlive a transaction here, so reads get one too. */
    static NewTransaction newTransaction(TestDatabase database) {
        return new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return database.tx(work);
            }
        };
    }
}
