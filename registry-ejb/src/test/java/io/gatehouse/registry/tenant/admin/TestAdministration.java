package io.gatehouse.registry.tenant.admin;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.agent.TestRegistry;
import io.gatehouse.registry.agent.host.Hosts;
import io.gatehouse.registry.agent.host.TestHosts;
import io.gatehouse.registry.credential.signature.TestSignatures;
import io.gatehouse.registry.credential.token.TestTokens;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.registry.tenant.organization.OrganizationStore;
import io.gatehouse.registry.tenant.organization.TestOrganizations;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.function.Supplier;

/** The administration beans over a test's database, wired as in the container. Every generated name is new. */
final class TestAdministration {

    final HostAdministrationBean hosts;
    final HostTokenAdministrationBean hostTokens;
    final SigningKeyAdministrationBean signingKeys;
    final AgentAdministrationBean agents;
    final AgentTokenAdministrationBean agentTokens;
    final AuditReadingBean audit;
    final AuditTrail trail;
    final OrganizationStore organizations;

    private final Hosts registered;
    private final TestDatabase database;
    private final SetClock clock;
    private final Ids ids = new Ids();

    TestAdministration(TestDatabase database, SetClock clock) {
        this.database = database;
        this.clock = clock;
        Settings settings = Settings.of(Map.of());
        EntityManager entities = database.entityManager();
        ManagedHostStore managedHosts = new ManagedHostStore(entities);
        ManagedAgentStore managedAgents = new ManagedAgentStore(entities);
        trail = TestTrail.over(database, clock);
        organizations = TestOrganizations.over(database);
        AdminScopes adminScopes = new AdminScopes(organizations);
        registered = new TestHosts(database, clock, settings).hosts;
        hosts = new HostAdministrationBean(adminScopes, managedHosts, registered);
        hostTokens = new HostTokenAdministrationBean(
                adminScopes, managedHosts, TestTokens.ofHosts(database, clock), settings);
        signingKeys = new SigningKeyAdministrationBean(adminScopes, managedHosts, TestSignatures.keys(database, clock));
        agents = new AgentAdministrationBean(adminScopes, managedAgents, new TestRegistry(database, clock).serving());
        agentTokens = new AgentTokenAdministrationBean(
                adminScopes, managedAgents, TestTokens.ofAgents(database, clock), settings, clock);
        audit = new AuditReadingBean(adminScopes, new AuditSearchStore(entities), trail);
    }

    <T> T call(Supplier<T> call) {
        return database.tx(call);
    }

    Administrator ofDeployment() {
        return new Administrator(newUser().id(), true);
    }

    /** An administrator with that role in that organization and in no other. */
    Administrator memberOf(Organization organization, Role role) {
        SignedInUser user = newUser();
        database.run(
                entities -> entities.persist(new Member(ids.next(), organization.id(), user, role, clock.instant())));
        return new Administrator(user.id(), false);
    }

    Organization organization() {
        return persisted(Organization.shared(ids.next(), name("o"), "Shared", Visibility.PRIVATE, clock.instant()));
    }

    Organization personalOrganization() {
        return persisted(Organization.personal(
                ids.next(), name("p"), "Personal", newUser().id(), clock.instant()));
    }

    /** Returns the operator's host, which stands for every host; creates it if it does not exist. */
    Host everyHost() {
        return call(() -> registered.find(CallingHost.EVERY_HOST)).orElseGet(() -> {
            Host host = new Host(ids.next(), organization().id(), CallingHost.EVERY_HOST, clock.instant());
            database.run(entities -> entities.persist(host));
            return host;
        });
    }

    Host host(Organization organization) {
        Host host = new Host(ids.next(), organization.id(), name("h"), clock.instant());
        database.run(entities -> entities.persist(host));
        return host;
    }

    Agent registered(Organization organization) {
        String host = name("h");
        Agent agent = Agent.registered(
                ids.next(), organization.id(), "echo", host, "@agent-echo-" + host + ":x", null, clock.instant());
        database.run(entities -> entities.persist(agent));
        return agent;
    }

    Agent template(Organization organization) {
        Agent agent = Agent.template(ids.next(), organization.id(), "Penny", "Helps", "{}", clock.instant());
        database.run(entities -> entities.persist(agent));
        return agent;
    }

    String name(String prefix) {
        return prefix + ids.next().toString().replace("-", "");
    }

    private SignedInUser newUser() {
        return new SignedInUser("https://issuer.example", ids.next().toString(), null, false, null);
    }

    private Organization persisted(Organization organization) {
        database.run(entities -> entities.persist(organization));
        return organization;
    }
}
