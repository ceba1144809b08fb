package io.gatehouse.dev.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.audit.AuditVerification;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The black-box tests check what users get when they install the template. */
@StoreTest
class TemplateSeedTest {

    private final TestDatabase database;
    private final RetriedTransactions transactions;
    private final Entries audit = new Entries();
    private final SeedDocument document = SeedDocument.read("personal-finance.json");

    TemplateSeedTest(TestDatabase database) {
        this.database = database;
        transactions = new RetriedTransactions(new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return database.tx(work);
            }
        });
    }

    @Test
    void oneOfManyNodesThatStartAtOncePublishes() {
        List<Boolean> published = Crowd.of(8, number -> publish());

        assertThat(published.stream().filter(it -> it).count()).isEqualTo(1);
        assertThat(publish()).isFalse();
        assertThat(count("organization", "o.slug = 'personal-finance' and o.visibility = 'PUBLIC'"))
                .isEqualTo(1);
        assertThat(count("agent", "o.kind = 'TEMPLATE' and o.name = 'Penny'")).isEqualTo(1);
        assertThat(count("blueprint_item", "o.managed_by_template_id is null"))
                .isEqualTo(document.items().size())
                .isEqualTo(16);
        assertThat(audit.appended).extracting(AuditEntry::action).containsExactly("agent.published");
    }

    private boolean publish() {
        return transactions.call(
                () -> new TemplateSeed(new SeedStore(database.entityManager()), audit, new Ids(), SetClock.some())
                        .publish(document));
    }

    private long count(String table, String condition) {
        return database.tx(
                em -> ((Number) em.createNativeQuery("select count(*) from " + table + " o where " + condition)
                                .getSingleResult())
                        .longValue());
    }

    private static final class Entries implements AuditTrail {

        private final List<AuditEntry> appended = new CopyOnWriteArrayList<>();

        @Override
        public void append(AuditEntry entry) {
            appended.add(entry);
        }

        @Override
        public AuditVerification verify(UUID organizationId) {
            throw new UnsupportedOperationException("the registry's tests verify chains");
        }
    }
}
