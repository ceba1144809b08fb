package io.gatehouse.registry.agent;

import io.gatehouse.contract.audit.AuditVerification.Whole;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.registry.AgentDirectory.Query;
import io.gatehouse.contract.registry.AgentName;
import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.DirectoryResult.Entry;
import io.gatehouse.contract.registry.DirectoryResult.Listed;
import io.gatehouse.contract.registry.HeartbeatResult;
import io.gatehouse.contract.registry.HostRefusal;
import io.gatehouse.contract.registry.HostSnapshot;
import io.gatehouse.contract.registry.HostSnapshot.NamedAgent;
import io.gatehouse.contract.registry.RegistrationResult;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.SnapshotResult;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.agent.host.TestHosts;
import io.gatehouse.registry.credential.token.AgentTokens;
import io.gatehouse.registry.credential.token.TestTokens;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.message.room.TestRooms;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The registry over a test's database, wired as in the container. Every generated name is new. */
public final class TestRegistry {

    static final CallingHost EVERY_HOST = new CallingHost(CallingHost.EVERY_HOST, "test");

    static final PageRequest FIRST_PAGE = new PageRequest(PageRequest.MAX_LIMIT, null);

    final TestDatabase database;
    final SetClock clock;
    final Ids ids = new Ids();
    final TestHosts hosts;
    final AgentStore agents;
    final Registrations transactions;
    final AgentRegistrationsBean registrations;

    private final Settings settings = Settings.of(Map.of());
    private final Presence presence;
    private final AgentTokens tokens;

    public TestRegistry(TestDatabase database, SetClock clock) {
        this.database = database;
        this.clock = clock;
        hosts = new TestHosts(database, clock, settings);
        agents = new AgentStore(database.entityManager());
        presence = new Presence(hosts.bindings, hosts.changes, TestTrail.over(database, clock));
        tokens = TestTokens.ofAgents(database, clock);
        transactions = new Transactions();
        registrations = registrationsAt(new TestRooms(database).homeserver());
        if (host(CallingHost.EVERY_HOST).isEmpty()) {
            newHost(organization(), CallingHost.EVERY_HOST);
        }
    }

    AgentRegistrationsBean registrationsAt(Homeserver homeserver) {
        return new AgentRegistrationsBean(transactions, homeserver, settings);
    }

    public ServingAgentsBean serving() {
        return new ServingAgentsBean(
                new ServingStore(database.entityManager()), agents, hosts.hosts, TestTrail.over(database, clock));
    }

    AgentRevocationsBean revocations() {
        return new AgentRevocationsBean(hosts.hosts, agents, presence, tokens);
    }

    AgentDirectoryBean directory() {
        return new AgentDirectoryBean(
                new DirectoryStore(database.entityManager()), hosts.hosts, hosts.leases, tokens, clock);
    }

    HeartbeatResult heartbeat(CallingHost host, @Nullable Long generation) {
        return database.tx(() -> hosts.reports.heartbeat(host, host.name(), generation));
    }

    SnapshotResult take(CallingHost host, @Nullable Long generation, Collection<String> aliases) {
        return take(host, generation, aliases, false);
    }

    SnapshotResult take(CallingHost host, @Nullable Long generation, Collection<String> aliases, boolean force) {
        return database.tx(() -> hosts.reports.take(host, host.name(), snapshot(generation, aliases), force));
    }

    SnapshotResult compare(CallingHost host, @Nullable Long generation, Collection<String> aliases) {
        return database.tx(() -> hosts.reports.compare(host, host.name(), snapshot(generation, aliases)));
    }

    static HostSnapshot snapshot(@Nullable Long generation, Collection<String> aliases) {
        return new HostSnapshot(
                generation,
                aliases.stream().map(alias -> new NamedAgent(alias, null)).toList());
    }

    /** Returns all agents of the host, reading page by page. */
    List<Entry> list(CallingHost host, @Nullable AgentStatus status) {
        List<Entry> entries = new ArrayList<>();
        String cursor = null;
        do {
            Listed listed = page(host, new Query(host.name(), status, null), new PageRequest(100, cursor));
            entries.addAll(listed.page().items());
            cursor = listed.page().nextCursor();
        } while (cursor != null);
        return entries;
    }

    static Query everything(CallingHost host) {
        return new Query(host.name(), null, null);
    }

    Listed page(CallingHost host, Query query, PageRequest page) {
        return (Listed) database.tx(() -> directory().list(host, query, page));
    }

    /** The statuses of the host's agents, by alias. */
    Map<String, AgentStatus> statuses(CallingHost host) {
        return list(host, null).stream()
                .collect(Collectors.toMap(entry -> entry.name().alias(), Entry::status));
    }

    /** The number of events in the audit chain of the host's organization, which is verified. */
    long events(CallingHost host) {
        UUID organization = host(host.name()).orElseThrow().organizationId();
        return database.tx(() -> ((Whole) TestTrail.over(database, clock).verify(organization)).events());
    }

    UUID organization() {
        Organization organization =
                Organization.shared(ids.next(), "o-" + ids.next(), "Organization", Visibility.PRIVATE, clock.instant());
        database.run(entities -> entities.persist(organization));
        return organization.id();
    }

    /** Creates a host of a new organization. */
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

        private Transactions() {
            super(
                    hosts.hosts,
                    new Identities(agents, ids, clock),
                    presence,
                    new RegistrationTokens(tokens, settings, clock));
        }

        @Override
        public Optional<HostRefusal> refusal(CallingHost caller, String host) {
            return database.tx(() -> super.refusal(caller, host));
        }

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
