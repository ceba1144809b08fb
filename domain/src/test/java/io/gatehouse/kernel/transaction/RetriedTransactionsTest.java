package io.gatehouse.kernel.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What another transaction was in the way of is done in the end; what never can be is told from what may be later. */
@StoreTest
class RetriedTransactionsTest {

    private final TestDatabase database;
    private final RetriedTransactions transactions;
    private final AtomicInteger tries = new AtomicInteger();

    RetriedTransactionsTest(TestDatabase database) {
        this.database = database;
        this.transactions = new RetriedTransactions(new NewTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return database.tx(entities -> {
                    tries.incrementAndGet();
                    return work.get();
                });
            }
        });
    }

    @Test
    void ofTwoThatDeadlockBothAreDone() {
        UUID one = organization();
        UUID other = organization();
        CountDownLatch bothHoldOne = new CountDownLatch(2);

        List<Boolean> done = Crowd.of(
                2,
                number -> transactions.call(() -> {
                    name(number == 0 ? one : other, "first of " + number);
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    name(number == 0 ? other : one, "second of " + number);
                    return true;
                }));

        assertThat(done).containsExactly(true, true);
        assertThat(tries.get()).as("one of them lost the race").isGreaterThan(2);
    }

    @Test
    void whereOthersAreInTheWayEachTimeTheCallerIsToldToComeBack() {
        for (String state : List.of("40001", "40P01", "55P03", "HYT00", "90131")) {
            tries.set(0);
            assertThatThrownBy(() -> transactions.call(() -> fail(state))).isInstanceOf(DatabaseBusyException.class);
            assertThat(tries.get()).as(state).isEqualTo(4);
        }
    }

    @Test
    void aRowThatIsAlwaysThereIsAFaultOfOurs() {
        assertThatThrownBy(() -> transactions.call(() -> fail("23505"))).isInstanceOf(PersistenceException.class);
        assertThat(tries.get()).isEqualTo(4);
    }

    @Test
    void anotherFaultIsNotTriedAgain() {
        assertThatThrownBy(() -> transactions.call(() -> fail("22001"))).isInstanceOf(PersistenceException.class);
        assertThat(tries.get()).isEqualTo(1);
    }

    private static Object fail(String state) {
        throw new PersistenceException(new SQLException("made up", state));
    }

    private UUID organization() {
        SignedInUser user =
                new SignedInUser("https://issuer.example", UUID.randomUUID().toString(), null, false, null);
        Organization made = Organization.personal(
                new Ids().next(),
                UUID.randomUUID().toString(),
                "Ada",
                user.id(),
                SetClock.some().instant());
        database.run(() -> database.entityManager().persist(made));
        return made.id();
    }

    private void name(UUID organization, String name) {
        database.entityManager()
                .createNativeQuery("update organization set name = ?1 where id = ?2")
                .setParameter(1, name)
                .setParameter(2, organization)
                .executeUpdate();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
