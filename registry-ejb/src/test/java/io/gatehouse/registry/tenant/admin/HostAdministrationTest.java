package io.gatehouse.registry.tenant.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.access.HostScope;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.admin.HostCreation;
import io.gatehouse.contract.admin.HostCreation.Created;
import io.gatehouse.contract.admin.HostCreation.NameTaken;
import io.gatehouse.contract.admin.HostView;
import io.gatehouse.contract.admin.Issue;
import io.gatehouse.contract.admin.Issue.Ended;
import io.gatehouse.contract.admin.Issue.Issued;
import io.gatehouse.contract.admin.Issue.NotAllowed;
import io.gatehouse.contract.admin.Issue.NotFound;
import io.gatehouse.contract.page.InvalidCursorException;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class HostAdministrationTest {

    private static final Set<HostScope> BRIDGE = Set.of(HostScope.BRIDGE);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final PageRequest FIRST = new PageRequest(200, null);

    private final SetClock clock = SetClock.some();
    private final TestAdministration administration;
    private final Organization organization;
    private final Host host;

    HostAdministrationTest(TestDatabase database) {
        administration = new TestAdministration(database, clock);
        organization = administration.organization();
        host = administration.host(organization);
    }

    @Test
    void onlyOwnersAndAdminsOfAnOrganizationAdministerItsHosts() {
        assertThat(hostsOf(administration.memberOf(organization, Role.OWNER))).containsExactly(host.name());
        assertThat(hostsOf(administration.memberOf(organization, Role.ADMIN))).containsExactly(host.name());
        assertThat(hostsOf(administration.memberOf(organization, Role.MEMBER))).isEmpty();
        assertThat(hostsOf(administration.memberOf(administration.organization(), Role.OWNER)))
                .isEmpty();
        assertThat(hostsOf(administration.ofDeployment())).contains(host.name());
    }

    @Test
    void anotherTenantsHostsAreNotFound() {
        Administrator stranger = administration.memberOf(administration.organization(), Role.OWNER);
        UUID token = minted(administration.ofDeployment(), BRIDGE).credential().id();

        assertThat(administration.call(() -> administration.hosts.find(stranger, host.id())))
                .isEmpty();
        assertThat(administration.call(() -> administration.hosts.list(stranger, organization.slug(), null, FIRST)))
                .isEmpty();
        assertThat(administration.call(() -> administration.hostTokens.list(stranger, host.id(), FIRST)))
                .isEmpty();
        assertThat(mint(stranger, BRIDGE)).isInstanceOf(NotFound.class);
        assertThat(rotate(stranger, token)).isInstanceOf(NotFound.class);
        assertThat(revoke(stranger, host, token)).isFalse();
        assertThat(create(stranger, organization.id().toString())).isInstanceOf(HostCreation.UnknownOrganization.class);
        assertThat(tokens()).singleElement().satisfies(seen -> assertThat(seen.revokedAt())
                .isNull());
    }

    @Test
    void aTokenIsAdministeredOnlyThroughItsHost() {
        Administrator owner = administration.memberOf(organization, Role.OWNER);
        Host other = administration.host(organization);
        UUID token = minted(owner, BRIDGE).credential().id();

        assertThat(revoke(owner, other, token)).isFalse();
        assertThat(administration.call(() -> administration.hostTokens.rotate(owner, other.id(), token, HOUR)))
                .isInstanceOf(NotFound.class);
        assertThat(revoke(owner, host, token)).isTrue();
    }

    @Test
    void ofConcurrentCreationsOfOneHostNameOneSucceeds() {
        Administrator administrator = administration.ofDeployment();
        String name = administration.name("h");
        List<HostCreation> results = Crowd.of(
                16,
                number -> administration.call(
                        () -> administration.hosts.create(administrator, name, organization.slug())));

        assertThat(results).filteredOn(Created.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(NameTaken.class::isInstance).hasSize(15);
    }

    @Test
    void aHostWithoutAnOrganizationBelongsToTheOperator() {
        Host everyHost = administration.everyHost();
        assertThat(create(administration.ofDeployment(), null))
                .isInstanceOfSatisfying(
                        Created.class,
                        created -> assertThat(created.host().organizationId()).isEqualTo(everyHost.organizationId()));
        assertThat(create(administration.memberOf(organization, Role.OWNER), null))
                .isInstanceOf(HostCreation.OrganizationMissing.class);
    }

    @Test
    void onlyTheDeploymentCreatesHostsOfPersonalOrganizations() {
        Organization personal = administration.personalOrganization();

        assertThat(create(administration.memberOf(personal, Role.OWNER), personal.slug()))
                .isInstanceOf(HostCreation.PersonalOrganization.class);
        assertThat(create(administration.ofDeployment(), personal.slug())).isInstanceOf(Created.class);
    }

    @Test
    void onlyTheDeploymentGrantsScopesAcrossTenants() {
        Administrator owner = administration.memberOf(organization, Role.OWNER);
        Set<HostScope> all = Set.of(HostScope.BRIDGE, HostScope.CHAT_CLAIM);

        assertThat(mint(owner, all)).isInstanceOf(NotAllowed.class);
        UUID token = minted(administration.ofDeployment(), all).credential().id();
        assertThat(rotate(owner, token)).isInstanceOf(NotAllowed.class);
        assertThat(rotate(administration.ofDeployment(), token)).isInstanceOf(Issued.class);
        assertThat(revoke(owner, host, token)).isTrue();
    }

    @Test
    void onlyTheDeploymentGrantsTokensForEveryHost() {
        Host everyHost = administration.everyHost();
        Organization operator = administration.call(() ->
                administration.organizations.find(everyHost.organizationId()).orElseThrow());
        Administrator owner = administration.memberOf(operator, Role.OWNER);

        assertThat(administration.call(() -> administration.hostTokens.mint(owner, everyHost.id(), BRIDGE, null)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void everySuccessfulRotationHasASuccessorAndNoneExtendsTheOldToken() {
        Administrator owner = administration.memberOf(organization, Role.OWNER);
        UUID token = minted(owner, BRIDGE).credential().id();
        Instant end = clock.instant().plus(HOUR);
        List<Issue> results = new ArrayList<>(Crowd.of(8, number -> rotate(owner, token)));
        clock.advance(HOUR.dividedBy(2));
        results.add(rotate(owner, token));

        assertThat(results).allMatch(result -> result instanceof Issued || result instanceof Ended);
        assertThat(results).last().isInstanceOf(Issued.class);
        assertThat(tokens())
                .extracting(CredentialView::id)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(token),
                                results.stream()
                                        .filter(Issued.class::isInstance)
                                        .map(result ->
                                                ((Issued) result).credential().id()))
                        .toList());
        assertThat(tokens())
                .filteredOn(seen -> seen.id().equals(token))
                .singleElement()
                .satisfies(seen -> assertThat(seen.expiresAt()).isEqualTo(end));
    }

    @Test
    void revokingAgainChangesNothing() {
        Administrator owner = administration.memberOf(organization, Role.OWNER);
        UUID token = minted(owner, BRIDGE).credential().id();
        assertThat(revoke(owner, host, token)).isTrue();
        CredentialView revoked = tokens().get(0);

        clock.advance(HOUR);
        assertThat(revoke(owner, host, token)).isTrue();
        assertThat(tokens()).containsExactly(revoked);
        assertThat(revoked.revokedAt()).isNotNull();
        assertThat(rotate(owner, token)).isInstanceOf(Ended.class);
    }

    @Test
    void pagesContainEachTokenOnceNewestFirst() {
        Administrator owner = administration.memberOf(organization, Role.OWNER);
        List<UUID> minted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            minted.add(0, minted(owner, BRIDGE).credential().id());
        }
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest request = new PageRequest(2, cursor);
            Page<CredentialView> page = administration
                    .call(() -> administration.hostTokens.list(owner, host.id(), request))
                    .orElseThrow();
            page.items().forEach(token -> seen.add(token.id()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).isEqualTo(minted);
        assertThatThrownBy(() -> administration.call(
                        () -> administration.hosts.list(owner, null, null, new PageRequest(2, "x"))))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void signingKeysAreGrantedByTheSameRulesAsTokens() {
        Administrator owner = administration.memberOf(organization, Role.OWNER);
        Administrator stranger = administration.memberOf(administration.organization(), Role.OWNER);

        assertThat(createKey(stranger, host, HostScope.BRIDGE)).isInstanceOf(NotFound.class);
        assertThat(createKey(owner, host, HostScope.CHAT_CLAIM)).isInstanceOf(NotAllowed.class);
        Issued created = (Issued) createKey(owner, host, HostScope.BRIDGE);
        UUID key = created.credential().id();
        assertThat(keys(owner))
                .hasValueSatisfying(page -> assertThat(page.items()).containsExactly(created.credential()));
        assertThat(keys(stranger)).isEmpty();

        assertThat(revokeKey(stranger, host, key)).isFalse();
        assertThat(revokeKey(owner, administration.host(organization), key)).isFalse();
        assertThat(revokeKey(owner, host, key)).isTrue();
        assertThat(revokeKey(owner, host, key)).isTrue();
        assertThat(keys(owner)).hasValueSatisfying(page -> assertThat(page.items())
                .singleElement()
                .satisfies(seen -> assertThat(seen.revokedAt()).isEqualTo(clock.instant())));
    }

    private Issue createKey(Administrator administrator, Host of, HostScope scope) {
        return administration.call(() -> administration.signingKeys.make(administrator, of.id(), Set.of(scope), null));
    }

    private Optional<Page<CredentialView>> keys(Administrator administrator) {
        return administration.call(() -> administration.signingKeys.list(administrator, host.id(), FIRST));
    }

    private boolean revokeKey(Administrator administrator, Host of, UUID key) {
        return administration.call(() -> administration.signingKeys.revoke(administrator, of.id(), key));
    }

    private List<String> hostsOf(Administrator administrator) {
        return administration
                .call(() -> administration.hosts.list(administrator, null, null, FIRST))
                .orElseThrow()
                .items()
                .stream()
                .map(HostView::name)
                .toList();
    }

    private HostCreation create(Administrator administrator, @Nullable String organizationName) {
        return administration.call(
                () -> administration.hosts.create(administrator, administration.name("h"), organizationName));
    }

    private Issued minted(Administrator administrator, Set<HostScope> scopes) {
        return (Issued) mint(administrator, scopes);
    }

    private Issue mint(Administrator administrator, Set<HostScope> scopes) {
        return administration.call(() -> administration.hostTokens.mint(administrator, host.id(), scopes, null));
    }

    private Issue rotate(Administrator administrator, UUID token) {
        return administration.call(() -> administration.hostTokens.rotate(administrator, host.id(), token, HOUR));
    }

    private boolean revoke(Administrator administrator, Host of, UUID token) {
        return administration.call(() -> administration.hostTokens.revoke(administrator, of.id(), token));
    }

    private List<CredentialView> tokens() {
        return administration
                .call(() -> administration.hostTokens.list(administration.ofDeployment(), host.id(), FIRST))
                .orElseThrow()
                .items();
    }
}
