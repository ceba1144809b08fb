package io.gatehouse.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL counts the plans of the statements that it knows, by connection. */
@StoreTest
class FreshPlanTest {

    /** More than after which the driver lets the server know a statement, and the server then keeps a plan. */
    private static final int OFTEN = 20;

    private final TestDatabase database;

    FreshPlanTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void noPlanIsKept() {
        database.run(entityManager -> {
            for (int i = 0; i < OFTEN; i++) {
                assertThat(FreshPlan.with(entityManager, () -> organizations(entityManager, "fresh")))
                        .isEmpty();
            }
            if (database.engine() == Engine.POSTGRESQL) {
                assertThat(kept(entityManager, "fresh")).isZero();
                assertThat(planCacheMode(entityManager)).isEqualTo("auto");
            }
        });
    }

    @Test
    void elseOneIs() {
        database.run(entityManager -> {
            for (int i = 0; i < OFTEN; i++) {
                assertThat(organizations(entityManager, "kept")).isEmpty();
            }
            if (database.engine() == Engine.POSTGRESQL) {
                assertThat(kept(entityManager, "kept")).isPositive();
            }
        });
    }

    private static List<?> organizations(EntityManager entityManager, String as) {
        return entityManager
                .createNativeQuery("select slug as " + as + " from organization where slug = ?1")
                .setParameter(1, "nobody's")
                .getResultList();
    }

    private static long kept(EntityManager entityManager, String as) {
        Object plans = entityManager
                .createNativeQuery("select sum(generic_plans) from pg_prepared_statements where statement like ?1")
                .setParameter(1, "select slug as " + as + " %")
                .getSingleResult();
        return ((Number) plans).longValue();
    }

    private static Object planCacheMode(EntityManager entityManager) {
        return entityManager
                .createNativeQuery("select current_setting('plan_cache_mode')")
                .getSingleResult();
    }
}
