package io.gatehouse.registry.tenant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.contract.audit.AuditVerification.Broken;
import io.gatehouse.contract.audit.AuditVerification.Fault;
import io.gatehouse.contract.audit.AuditVerification.Whole;
import io.gatehouse.domain.audit.AuditChain;
import io.gatehouse.domain.audit.AuditEvent;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.time.SystemClock;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class AuditTrailTest {

    private final TestDatabase database;
    private final Ids ids = new Ids();
    private final AuditStore store;
    private final AuditTrailBean trail;
    private final UUID organization;

    AuditTrailTest(TestDatabase database) {
        this.database = database;
        this.store = new AuditStore(database.entityManager());
        this.trail = TestTrail.over(database, new SystemClock());
        organization = ids.next();
    }

    @Test
    void sixtyFourConcurrentWritersCauseNoFork() {
        List<Boolean> done = Crowd.of(64, number -> {
            for (int i = 0; i < 5; i++) {
                append("event " + number + "/" + i);
            }
            return true;
        });

        assertThat(done).hasSize(64);
        assertThat(verify()).isEqualTo(new Whole(320));
        assertThat(new HashSet<>(events().stream().map(AuditEvent::details).toList()))
                .hasSize(320);
    }

    @Test
    void anEmptyChainIsIntact() {
        assertThat(verify()).isEqualTo(new Whole(0));
    }

    @Test
    void aChainLongerThanAPageIsIntact() {
        database.run(() -> {
            for (int i = 0; i < 1_001; i++) {
                trail.append(entry("event " + i));
            }
        });

        assertThat(verify()).isEqualTo(new Whole(1_001));
    }

    @Test
    void eventsOfAMigrationBelongToTheChain() {
        appendAsAMigration("before the first");
        append("first");
        appendAsAMigration("between");
        append("last");

        assertThat(verify()).isEqualTo(new Whole(4));
    }

    private void appendAsAMigration(String what) {
        database.run(() -> {
            try {
                AuditChain.append(
                        database.entityManager().unwrap(Connection.class),
                        ids.next(),
                        entry(what),
                        new SystemClock().instant());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aRollbackLeavesNoGap() {
        append("kept");
        rolledBack(() -> trail.append(entry("lost")));
        append("kept too");

        assertThat(verify()).isEqualTo(new Whole(2));
    }

    @Test
    void chainsOfOrganizationsAreIndependent() {
        append("here");
        database.run(() -> trail.append(new AuditEntry(null, "system", "deployment.started", "node", Map.of())));

        assertThat(verify()).isEqualTo(new Whole(1));
        assertThat(database.tx(() -> trail.verify(AuditEvent.DEPLOYMENT))).isInstanceOf(Whole.class);
    }

    @Test
    void anEditedEventIsReported() {
        appendFive();
        tamper("update audit_event set actor = 'user:someone-else' where sequence = 3");

        assertBroken(3, eventId(3), Fault.EDITED);
    }

    @Test
    void aChangedTimeIsAnEdit() {
        appendFive();
        tamper("update audit_event set occurred_at = occurred_at + interval '1' second where sequence = 2");

        assertBroken(2, eventId(2), Fault.EDITED);
    }

    @Test
    void anEditWithAMatchingHashIsReported() {
        appendFive();
        UUID forged = forge(3, "the hash fits the edit");

        assertBroken(3, forged, Fault.EDITED);
    }

    @Test
    void anEditOfTheLastEventWithAMatchingHashIsReported() {
        appendFive();
        UUID forged = forge(5, "the hash fits the edit");

        assertBroken(5, forged, Fault.EDITED);
    }

    @Test
    void aRemovedEventIsReported() {
        appendFive();
        tamper("delete from audit_event where sequence = 2");

        assertBroken(2, null, Fault.REMOVED);
    }

    @Test
    void aRemovedFirstEventIsReported() {
        appendFive();
        tamper("delete from audit_event where sequence = 1");

        assertBroken(1, null, Fault.REMOVED);
    }

    @Test
    void eventsRemovedAtTheEndAreReported() {
        appendFive();
        tamper("delete from audit_event where sequence >= 4");

        assertBroken(4, null, Fault.REMOVED);
    }

    @Test
    void reorderedEventsAreReported() {
        appendFive();
        tamper("update audit_event set sequence = 99 where sequence = 2");
        tamper("update audit_event set sequence = 2 where sequence = 3");
        tamper("update audit_event set sequence = 3 where sequence = 99");

        assertBroken(2, eventId(2), Fault.EDITED);
    }

    @Test
    void anEventInsertedAtTheEndIsReported() {
        appendFive();
        UUID sixth = database.tx(() -> {
            trail.append(entry("forged"));
            return ids.next();
        });
        assertThat(sixth).isNotNull();
        tamper("update audit_head set sequence = 5, hash = (select e.hash from audit_event e where e.sequence = 5"
                + " and e.organization_id = audit_head.organization_id) where sequence = 6");

        assertBroken(6, eventId(6), Fault.INSERTED);
    }

    @Test
    void anEventInsertedBetweenOthersIsReported() {
        appendFive();
        tamper("update audit_event set sequence = sequence + 100 where sequence >= 3");
        tamper("update audit_event set sequence = sequence - 99 where sequence >= 100");
        UUID other = ids.next();
        database.run(() -> {
            for (int i = 0; i < 3; i++) {
                trail.append(new AuditEntry(other, "user:forger", "forged.event", "nothing", Map.of()));
            }
        });
        tamper("update audit_event set organization_id = '" + organization + "' where sequence = 3", other);

        assertThat(verify()).isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.sequence())
                .isEqualTo(3));
    }

    @Test
    void anEventBeforeTheFirstIsReported() {
        appendFive();
        tamper("update audit_event set sequence = 0 where sequence = 5");

        assertBroken(0, eventId(0), Fault.INSERTED);
    }

    private void assertBroken(long sequence, @Nullable UUID eventId, Fault fault) {
        assertThat(verify()).isEqualTo(new Broken(sequence, eventId, fault));
    }

    /** Replaces an event by another with the same predecessor and a valid hash of its own. */
    private UUID forge(long sequence, String text) {
        UUID other = ids.next();
        tamper("update audit_head set sequence = " + (sequence - 1)
                + ", hash = coalesce((select e.hash from audit_event e"
                + " where e.organization_id = audit_head.organization_id and e.sequence = " + (sequence - 1)
                + "), hash)");
        tamper("update audit_event set organization_id = '" + other + "' where sequence >= " + sequence);
        append(text);
        tamper("update audit_event set organization_id = '" + organization + "' where sequence > " + sequence, other);
        tamper(
                "update audit_head set sequence = 5, hash = coalesce((select e.hash from audit_event e where e.sequence = 5"
                        + " and e.organization_id in ('" + other + "', '" + organization + "') order by"
                        + " case when e.organization_id = '" + other + "' then 0 else 1 end limit 1), hash)");
        return eventId(sequence);
    }

    private void appendFive() {
        for (int i = 1; i <= 5; i++) {
            append("event " + i);
        }
    }

    private void append(String text) {
        database.run(() -> trail.append(entry(text)));
    }

    private AuditEntry entry(String text) {
        return new AuditEntry(
                organization, "user:ada", "test.happened", "test:1", Map.of("text", text, "quote", "\"\\\n\u00e9"));
    }

    private AuditVerification verify() {
        return database.tx(() -> trail.verify(organization));
    }

    private List<AuditEvent> events() {
        return database.tx(() -> store.eventsAfter(organization, Long.MIN_VALUE, 1_000));
    }

    private UUID eventId(long sequence) {
        return events().stream()
                .filter(event -> event.sequence() == sequence)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void rolledBack(Runnable work) {
        database.run(em -> {
            work.run();
            em.flush();
            em.getTransaction().setRollbackOnly();
        });
    }

    private void tamper(String statement) {
        tamper(statement, organization);
    }

    private void tamper(String statement, UUID whose) {
        String where =
                statement.contains(" where ") && !statement.startsWith("update audit_head") ? " and " : " where ";
        if (statement.startsWith("update audit_head") && statement.endsWith("where sequence = 6")) {
            where = " and ";
        }
        String whole = statement + where + "organization_id = '" + whose + "'";
        database.run(em -> em.createNativeQuery(whole).executeUpdate());
    }
}
