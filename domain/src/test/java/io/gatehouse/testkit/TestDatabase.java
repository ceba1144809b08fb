package io.gatehouse.testkit;

import io.gatehouse.kernel.database.Migrations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database of its own, with the product's persistence unit. {@code tx} and {@code run} each run one
 * transaction: committed on return, rolled back if the work throws or marks it for rollback. A nested call starts a new
 * transaction, like REQUIRES_NEW.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 80;
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=15000;DB_CLOSE_DELAY=-1";

    private static final List<Logger> QUIET = Stream.of("io.zonky", "org.flywaydb", "org.eclipse.persistence")
            .map(Logger::getLogger)
            .peek(logger -> logger.setLevel(Level.SEVERE))
            .toList();

    private final Engine engine;
    private final JdbcConnectionPool pool;
    private final EntityManagerFactory factory;
    private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);
    private final EntityManager current;

    private TestDatabase(Engine engine, JdbcConnectionPool pool) {
        assert !QUIET.isEmpty();
        this.engine = engine;
        this.pool = pool;
        pool.setMaxConnections(MAX_CONNECTIONS);
        Migrations.run(pool);
        this.factory = Persistence.createEntityManagerFactory(
                "gatehouse",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", pool,
                        "jakarta.persistence.jtaDataSource", "",
                        "eclipselink.session-name", "test-" + System.identityHashCode(this),
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.logger", "JavaLogger"));
        this.current = currentEntityManager();
    }

    public static TestDatabase fresh(Engine engine) {
        return new TestDatabase(engine, JdbcConnectionPool.create(source(engine)));
    }

    /** Returns a database without a schema, for tests of migrations. */
    public static JdbcConnectionPool empty(Engine engine) {
        return JdbcConnectionPool.create(source(engine));
    }

    public Engine engine() {
        return engine;
    }

    public DataSource dataSource() {
        return pool;
    }

    /**
     * Returns the data source to inject into stores. Like a container's, it returns the connection of the current
     * transaction, if there is one.
     */
    public DataSource joiningDataSource() {
        return (DataSource) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    EntityManager entityManager = open.get().peek();
                    return entityManager == null || !method.getName().equals("getConnection")
                            ? invoke(method, pool, arguments)
                            : leftOpen(entityManager.unwrap(Connection.class));
                });
    }

    /** Only the transaction closes its connection. */
    private static Connection leftOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : invoke(method, connection, arguments));
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    public EntityManagerFactory entityManagerFactory() {
        return factory;
    }

    /** Returns the entity manager to inject into stores: that of the calling thread's current transaction. */
    public EntityManager entityManager() {
        return current;
    }

    public <T> T tx(Function<EntityManager, T> work) {
        EntityManager entityManager = factory.createEntityManager();
        EntityTransaction transaction = entityManager.getTransaction();
        open.get().push(entityManager);
        try {
            transaction.begin();
            T result = work.apply(entityManager);
            if (!transaction.getRollbackOnly()) {
                transaction.commit();
            }
            return result;
        } finally {
            open.get().pop();
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entityManager.close();
        }
    }

    public <T> T tx(Supplier<T> work) {
        return tx(entityManager -> work.get());
    }

    public void run(Consumer<EntityManager> work) {
        Boolean done = tx(entityManager -> {
            work.accept(entityManager);
            return true;
        });
        assert done;
    }

    public void run(Runnable work) {
        run(entityManager -> work.run());
    }

    @Override
    public void close() {
        factory.close();
        pool.dispose();
    }

    private EntityManager currentEntityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    EntityManager entityManager = open.get().peek();
                    if (entityManager == null) {
                        throw new IllegalStateException("no transaction: call inside tx or run");
                    }
                    return invoke(method, entityManager, arguments);
                });
    }

    private static ConnectionPoolDataSource source(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> PostgresServer.freshDatabase();
            case H2 -> {
                JdbcDataSource source = new JdbcDataSource();
                source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + H2_OPTIONS);
                source.setUser("gatehouse");
                yield source;
            }
        };
    }
}
