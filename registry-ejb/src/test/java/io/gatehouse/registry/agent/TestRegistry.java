package io.gatehouse.registry.agent;

import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.RegistrationResult;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.domain.config.Settings;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.id.Ids;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.registry.host.TestHosts;
import io.gatehouse.registry.room.TestRooms;
import io.gatehouse.registry.token.TestTokens;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registry over a test's database, as the container would put it together; every name made here is nobody else's. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestRegistry {

    static final CallingHost EVERY_HOST = new CallingHost(CallingHost.EVERY_HOST, "test");

    final TestDatabase database;
    final SetClock clock;
    final Ids ids = new Ids();
    final TestHosts hosts;
    final AgentStore agents = new AgentStore();
    final AgentRegistrationsBean registrations = new AgentRegistrationsBean();

    public TestRegistry(TestDatabase database, SetClock clock) {
        this.database = database;
        this.clock = clock;
        Settings settings = Settings.of(Map.of());
        hosts = new TestHosts(database, clock, settings);
        agents.entities = database.entityManager();
        Registrations transactions = new Transactions();
        transactions.hosts = hosts.hosts;
        transactions.identities = new Identities();
        transactions.identities.store = agents;
        transactions.identities.ids = ids;
        transactions.identities.clock = clock;
        transactions.presence = new Presence();
        transactions.presence.bindings = hosts.bindings;
        transactions.presence.changes = hosts.changes;
        transactions.presence.audit = TestTrail.over(database, clock);
        transactions.tokens = new FreshTokens();
        transactions.tokens.tokens = TestTokens.ofAgents(database, clock);
        transactions.tokens.settings = settings;
        transactions.tokens.clock = clock;
        registrations.registrations = transactions;
        registrations.homeserver = new TestRooms(database).homeserver();
        registrations.settings = settings;
        if (host(CallingHost.EVERY_HOST).isEmpty()) {
            newHost(organization(), CallingHost.EVERY_HOST);
        }
    }

    public ServingAgentsBean serving() {
        ServingAgentsBean serving = new ServingAgentsBean();
        serving.store = new ServingStore();
        serving.store.entities = database.entityManager();
        serving.agents = agents;
        serving.hosts = hosts.hosts;
        serving.audit = TestTrail.over(database, clock);
        return serving;
    }

    UUID organization() {
        Organization organization =
                Organization.shared(ids.next(), "o-" + ids.next(), "Organization", Visibility.PRIVATE, clock.instant());
        database.run(entities -> entities.persist(organization));
        return organization.id();
    }

    /** A host of an organization of its own. */
    CallingHost newHost() {
        return newHost(organization(), newName());
    }

    CallingHost newHost(UUID organizationId, String name) {
        database.run(entities -> entities.persist(new Host(ids.next(), organizationId, name, clock.instant())));
        return new CallingHost(name, "test");
    }

    Optional<Host> host(String name) {
        return database.tx(() -> hosts.hosts.find(name));
    }

    static String newName() {
        return "h" + UUID.randomUUID().toString().replace("-", "");
    }

    RegistrationResult register(CallingHost caller, String alias, String host) {
        return registrations.register(caller, new AgentName(alias, host), null);
    }

    Registered registered(CallingHost host, String alias) {
        return (Registered) register(host, alias, host.name());
    }

    private final class Transactions extends Registrations {

        @Override
        public Optional<AgentUserId> userIdOf(AgentName name, AgentUserId wanted) {
            return database.tx(() -> super.userIdOf(name, wanted));
        }

        @Override
        public RegistrationResult register(
                CallingHost caller, AgentName name, AgentUserId userId, @Nullable String displayName) {
            return database.tx(() -> super.register(caller, name, userId, displayName));
        }
    }
}
