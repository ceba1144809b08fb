package io.gatehouse.registry.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.audit.AuditVerification.Whole;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.CallingHost;
import io.gatehouse.contract.registry.RegistrationResult.Registered;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingResult;
import io.gatehouse.contract.registry.ServingResult.ServedBy;
import io.gatehouse.contract.registry.ServingResult.ServedByNobody;
import io.gatehouse.contract.registry.ServingResult.UnknownAgent;
import io.gatehouse.contract.registry.ServingResult.UnknownTemplate;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class ServingAgentsTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final TestRegistry registry;
    private final ServingAgentsBean serving;
    private final UUID tenant;
    private final CallingHost host;
    private final UUID template;

    ServingAgentsTest(TestDatabase database) {
        this.database = database;
        this.registry = new TestRegistry(database, clock);
        this.serving = registry.serving();
        this.tenant = registry.organization();
        this.host = registry.newHost(tenant, TestRegistry.newName());
        this.template = add(Agent.template(registry.ids.next(), tenant, "Penny", "Helps", "{}", clock.instant()));
    }

    @Test
    void anAgentServesUntilItIsReplacedOrRemoved() {
        Registered first = registry.registered(host, "first");
        Registered second = registry.registered(host, "second");
        assertThat(servingAgent()).isEmpty();

        assertThat(serve(template, first.agentUserId())).isInstanceOf(ServedBy.class);
        assertThat(servingAgent().orElseThrow().userId()).isEqualTo(first.agentUserId());
        assertThat(serve(template, second.agentUserId())).isInstanceOf(ServedBy.class);
        assertThat(servingAgent().orElseThrow().userId()).isEqualTo(second.agentUserId());

        assertThat(serve(template, null)).isInstanceOf(ServedByNobody.class);
        assertThat(servingAgent()).isEmpty();
    }

    @Test
    void onlyAChangeIsRecorded() {
        Registered agent = registry.registered(host, "echo");
        long before = events();
        serve(template, agent.agentUserId());
        serve(template, agent.agentUserId());
        assertThat(events()).isEqualTo(before + 1);
        serve(template, null);
        serve(template, null);
        assertThat(events()).isEqualTo(before + 2);
    }

    @Test
    void onlyTemplatesAreServed() {
        Registered agent = registry.registered(host, "echo");
        UUID installed =
                add(Agent.installed(registry.ids.next(), registry.organization(), template, null, clock.instant()));

        assertThat(serve(registry.ids.next(), agent.agentUserId())).isInstanceOf(UnknownTemplate.class);
        assertThat(serve(installed, agent.agentUserId())).isInstanceOf(UnknownTemplate.class);
        assertThat(serve(servedBy(agent), agent.agentUserId())).isInstanceOf(UnknownTemplate.class);
    }

    @Test
    void anotherTenantsAgentIsUnknown() {
        Registered stranger = registry.registered(registry.newHost(), "echo");

        assertThat(serve(template, stranger.agentUserId())).isInstanceOf(UnknownAgent.class);
        assertThat(serve(template, new AgentUserId("@agent-none:localhost"))).isInstanceOf(UnknownAgent.class);
        assertThat(servingAgent()).isEmpty();
    }

    @Test
    void theOperatorsAgentsServeEveryTenant() {
        Registered operators = (Registered) registry.register(TestRegistry.EVERY_HOST, "echo", TestRegistry.newName());

        assertThat(serve(template, operators.agentUserId())).isInstanceOf(ServedBy.class);
        assertThat(servingAgent().orElseThrow().userId()).isEqualTo(operators.agentUserId());
    }

    @Test
    void ofConcurrentChangesEachIsRecordedAndOneStays() {
        List<Registered> agents = List.of(registry.registered(host, "one"), registry.registered(host, "two"));

        List<ServingResult> results =
                Crowd.of(16, number -> serve(template, agents.get(number % 2).agentUserId()));

        assertThat(results).allMatch(ServedBy.class::isInstance);
        assertThat(agents)
                .extracting(Registered::agentUserId)
                .contains(servingAgent().orElseThrow().userId());
        assertThat(events()).isPositive();
    }

    private UUID servedBy(Registered agent) {
        serve(template, agent.agentUserId());
        return servingAgent().orElseThrow().agentId();
    }

    private ServingResult serve(UUID templateId, @Nullable AgentUserId agent) {
        return database.tx(() -> serving.serve(templateId, agent, "user:test"));
    }

    private Optional<ServingAgent> servingAgent() {
        return database.tx(() -> serving.servingAgentOf(template));
    }

    /** The number of events in the tenant's audit chain, which is verified. */
    private long events() {
        return database.tx(() -> ((Whole) TestTrail.over(database, clock).verify(tenant)).events());
    }

    private UUID add(Agent agent) {
        database.run(entities -> entities.persist(agent));
        return agent.id();
    }
}
