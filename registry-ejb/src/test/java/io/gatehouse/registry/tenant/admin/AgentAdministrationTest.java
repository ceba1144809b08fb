package io.gatehouse.registry.tenant.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.AgentAdministration.Filter;
import io.gatehouse.contract.admin.AgentView;
import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Issued;
import io.gatehouse.contract.admin.Issue.NotFound;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.contract.registry.ServingResult;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class AgentAdministrationTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final PageRequest FIRST = new PageRequest(200, null);

    private final SetClock clock = SetClock.some();
    private final TestAdministration administration;
    private final Organization organization;
    private final Administrator owner;
    private final Agent agent;

    AgentAdministrationTest(TestDatabase database) {
        administration = new TestAdministration(database, clock);
        organization = administration.organization();
        owner = administration.memberOf(organization, Role.OWNER);
        agent = administration.registered(organization);
    }

    @Test
    void agentsAreFoundByOrganizationKindAndHost() {
        assertThat(list(new Filter(null, null, null))).containsExactly(agent.id());
        assertThat(list(new Filter(organization.slug(), "registered", agent.host())))
                .containsExactly(agent.id());
        assertThat(list(new Filter(organization.id().toString(), "template", null)))
                .isEmpty();
        assertThat(list(new Filter(null, "none", null))).isEmpty();
        assertThat(list(new Filter(null, null, "elsewhere"))).isEmpty();
        assertThat(find(owner)).hasValueSatisfying(seen -> assertThat(seen.registration())
                .isEqualTo(new AgentView.Registration(
                        Objects.requireNonNull(agent.agentUserId()), "echo", Objects.requireNonNull(agent.host()))));
    }

    @Test
    void anotherTenantsAgentsAreNotFound() {
        Administrator stranger = administration.memberOf(administration.organization(), Role.OWNER);
        UUID token = ((Issued) rotate(owner)).credential().id();

        assertThat(find(stranger)).isEmpty();
        assertThat(rotate(stranger)).isInstanceOf(NotFound.class);
        assertThat(revoke(stranger, token)).isFalse();
        assertThat(revokeAll(stranger)).isEmpty();
        assertThat(administration.call(() -> administration.agentTokens.list(stranger, agent.id(), FIRST)))
                .isEmpty();
        assertThat(tokens()).singleElement().satisfies(seen -> assertThat(seen.revokedAt())
                .isNull());
    }

    @Test
    void ofConcurrentRotationsOneTokenStaysValid() {
        List<Issue> results = Crowd.of(8, number -> rotate(owner));

        assertThat(results).allMatch(Issued.class::isInstance);
        assertThat(tokens()).hasSize(8);
        assertThat(tokens()).filteredOn(token -> token.expiresAt() == null).hasSize(1);
        assertThat(tokens())
                .filteredOn(token -> token.expiresAt() != null)
                .allMatch(token -> clock.instant().plus(HOUR).equals(token.expiresAt()));
    }

    @Test
    void oneTokenOrAllTokensAreRevoked() {
        UUID first = ((Issued) rotate(owner)).credential().id();
        rotated();
        rotated();

        assertThat(revoke(owner, first)).isTrue();
        assertThat(revoke(owner, first)).isTrue();
        assertThat(tokens()).filteredOn(token -> token.revokedAt() != null).hasSize(1);
        assertThat(revokeAll(owner)).hasValue(2);
        assertThat(revokeAll(owner)).hasValue(0);
        assertThat(tokens()).allMatch(token -> token.revokedAt() != null);
        assertThat(revoke(owner, UUID.randomUUID())).isFalse();
    }

    @Test
    void anAdministratorChoosesTheAgentThatServesATemplate() {
        Agent template = administration.template(organization);
        AgentUserId userId = new AgentUserId(Objects.requireNonNull(agent.agentUserId()));
        Administrator stranger = administration.memberOf(administration.organization(), Role.OWNER);

        assertThat(serve(stranger, template.id(), userId)).isInstanceOf(ServingResult.UnknownTemplate.class);
        assertThat(serve(owner, agent.id(), userId)).isInstanceOf(ServingResult.UnknownTemplate.class);
        assertThat(serve(owner, UUID.randomUUID(), userId)).isInstanceOf(ServingResult.UnknownTemplate.class);
        assertThat(serve(owner, template.id(), new AgentUserId("@agent-none:x")))
                .isInstanceOf(ServingResult.UnknownAgent.class);
        assertThat(serve(owner, template.id(), userId)).isInstanceOf(ServingResult.ServedBy.class);
        assertThat(administration.call(() -> administration.agents.find(owner, template.id())))
                .hasValueSatisfying(seen -> assertThat(seen.servedByAgentId()).isEqualTo(agent.id()));
        assertThat(serve(owner, template.id(), null)).isInstanceOf(ServingResult.ServedByNobody.class);
    }

    private ServingResult serve(Administrator administrator, UUID template, @Nullable AgentUserId userId) {
        return administration.call(() -> administration.agents.serve(administrator, template, userId));
    }

    private void rotated() {
        assertThat(rotate(owner)).isInstanceOf(Issued.class);
    }

    private List<UUID> list(Filter filter) {
        Page<AgentView> page = administration
                .call(() -> administration.agents.list(owner, filter, FIRST))
                .orElseThrow();
        return page.items().stream().map(AgentView::id).toList();
    }

    private Optional<AgentView> find(Administrator administrator) {
        return administration.call(() -> administration.agents.find(administrator, agent.id()));
    }

    private Issue rotate(Administrator administrator) {
        return administration.call(() -> administration.agentTokens.rotate(administrator, agent.id(), HOUR));
    }

    private boolean revoke(Administrator administrator, UUID token) {
        return administration.call(() -> administration.agentTokens.revoke(administrator, agent.id(), token));
    }

    private OptionalInt revokeAll(Administrator administrator) {
        return administration.call(() -> administration.agentTokens.revokeAll(administrator, agent.id()));
    }

    private List<CredentialView> tokens() {
        return administration
                .call(() -> administration.agentTokens.list(owner, agent.id(), FIRST))
                .orElseThrow()
                .items();
    }
}
