package io.gatehouse.registry.tenant.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.admin.AuditEventView;
import io.gatehouse.contract.admin.AuditReading.Filter;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditVerification.Broken;
import io.gatehouse.contract.audit.AuditVerification.Fault;
import io.gatehouse.contract.audit.AuditVerification.Whole;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class AuditReadingTest {

    private static final PageRequest FIRST = new PageRequest(200, null);
    private static final Filter ANY = new Filter(null, null, null, null, null);

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final TestAdministration administration;
    private final Organization organization;
    private final Administrator owner;

    AuditReadingTest(TestDatabase database) {
        this.database = database;
        administration = new TestAdministration(database, clock);
        organization = administration.organization();
        owner = administration.memberOf(organization, Role.OWNER);
    }

    @Test
    void eventsAreFilteredByActorActionSubjectAndTime() {
        append(organization.id(), "user:a", "thing.made", "thing:1");
        clock.advance(Duration.ofHours(1));
        Instant later = clock.instant();
        append(organization.id(), "user:b", "thing.made", "thing:2");
        append(organization.id(), "user:b", "thing.ended", "thing:1");

        assertThat(subjects(owner, ANY)).containsExactly("thing:1", "thing:2", "thing:1");
        assertThat(actions(owner, new Filter(organization.slug(), null, null, "thing:1", null)))
                .containsExactly("thing.ended", "thing.made");
        assertThat(subjects(owner, new Filter(null, null, "thing.made", null, null)))
                .containsExactly("thing:2", "thing:1");
        assertThat(subjects(owner, new Filter(null, "user:a", null, null, null)))
                .containsExactly("thing:1");
        assertThat(subjects(owner, new Filter(null, null, null, null, later))).containsExactly("thing:1", "thing:2");
        assertThat(subjects(owner, new Filter(null, null, null, null, later.plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void anEventIsReturnedWithAllFields() {
        append(organization.id(), "user:a", "thing.made", "thing:1");

        assertThat(search(owner, ANY).orElseThrow().items()).singleElement().satisfies(event -> {
            assertThat(event.organizationId()).isEqualTo(organization.id());
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(event.occurredAt()).isEqualTo(clock.instant());
            assertThat(event.details()).isEqualTo(Map.of("why", "\"quoted\" \u00e9 \n"));
        });
    }

    @Test
    void eventsOfOtherTenantsAndOfTheDeploymentAreHidden() {
        append(organization.id(), "user:a", "thing.made", "thing:1");
        append(null, "system", "deployment.thing", "thing:" + organization.id());
        Administrator stranger = administration.memberOf(administration.organization(), Role.OWNER);
        Filter deployments = new Filter(null, null, null, "thing:" + organization.id(), null);

        assertThat(subjects(stranger, ANY)).isEmpty();
        assertThat(search(stranger, new Filter(organization.slug(), null, null, null, null)))
                .isEmpty();
        assertThat(subjects(owner, deployments)).isEmpty();
        assertThat(search(administration.ofDeployment(), deployments)
                        .orElseThrow()
                        .items())
                .singleElement()
                .satisfies(event -> assertThat(event.organizationId()).isNull());
        assertThat(administration.call(() -> administration.audit.verify(stranger, organization.slug())))
                .isEmpty();
        assertThat(administration.call(() -> administration.audit.verify(owner, null)))
                .isEmpty();
        assertThat(administration.call(() -> administration.audit.verify(administration.ofDeployment(), null)))
                .get()
                .isInstanceOf(Whole.class);
    }

    @Test
    void anEditedTrailIsReportedAsEdited() {
        append(organization.id(), "user:a", "thing.made", "thing:1");
        assertThat(administration.call(() -> administration.audit.verify(owner, organization.slug())))
                .contains(new Whole(1));
        database.run(entities -> entities.createNativeQuery(
                        "update audit_event set actor = 'user:b' where organization_id = ?1")
                .setParameter(1, organization.id())
                .executeUpdate());

        assertThat(administration.call(() ->
                        administration.audit.verify(owner, organization.id().toString())))
                .hasValueSatisfying(found -> assertThat(found)
                        .isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.fault())
                                .isEqualTo(Fault.EDITED)));
    }

    private void append(@Nullable UUID organizationId, String actor, String action, String subject) {
        Map<String, String> details = Map.of("why", "\"quoted\" \u00e9 \n");
        database.run(
                () -> administration.trail.append(new AuditEntry(organizationId, actor, action, subject, details)));
    }

    private Optional<Page<AuditEventView>> search(Administrator administrator, Filter filter) {
        return administration.call(() -> administration.audit.search(administrator, filter, FIRST));
    }

    private List<String> subjects(Administrator administrator, Filter filter) {
        return search(administrator, filter).orElseThrow().items().stream()
                .map(AuditEventView::subject)
                .toList();
    }

    private List<String> actions(Administrator administrator, Filter filter) {
        return search(administrator, filter).orElseThrow().items().stream()
                .map(AuditEventView::action)
                .toList();
    }
}
