package io.gatehouse.registry.operation.health;

import io.gatehouse.contract.health.DatabaseReadiness;
import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.database.DatabaseAvailability;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Tests the database through the pool that requests use, so that an exhausted pool also counts as not ready. */
@ApplicationScoped
class DatabaseReadinessBean implements DatabaseReadiness {

    private static final Logger LOG = Logger.getLogger(DatabaseReadinessBean.class.getName());
    private static final int TIMEOUT_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/gatehouse")
    DataSource source;

    private DatabaseOpening opening;

    private final DatabaseAvailability database = DatabaseAvailability.current();

    private final AtomicReference<String> lastLogged = new AtomicReference<>("");

    private final ReentrantLock announcing = new ReentrantLock();

    private volatile boolean announced;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected DatabaseReadinessBean() {}

    @Inject
    DatabaseReadinessBean(DatabaseOpening opening) {
        this.opening = opening;
    }

    @Override
    public Readiness check() {
        Readiness answer = database.isThere() ? query() : away();
        return answer instanceof Readiness.Up && !announced ? announce() : answer;
    }

    /**
     * Waits for no other caller: a container lets no other thread call an enterprise bean before the start has ended, and
     * the start itself calls this.
     */
    private Readiness announce() {
        if (!announcing.tryLock()) {
            return new Readiness.Down("the application starts");
        }
        try {
            if (!announced) {
                opening.announce();
                announced = true;
            }
            return new Readiness.Up();
        } catch (DatabaseAwayException e) {
            return away();
        } catch (EJBException | DatabaseBusyException e) {
            LOG.log(Level.SEVERE, "The initial rows could not be written to the database", e);
            return new Readiness.Down("what must be in the database could not be put there; the log says why");
        } finally {
            announcing.unlock();
        }
    }

    private Readiness away() {
        return new Readiness.Down(database.why().orElse("the application starts or ends"));
    }

    private Readiness query() {
        try (Connection connection = source.getConnection()) {
            if (connection.isValid(TIMEOUT_SECONDS)) {
                lastLogged.set("");
                return new Readiness.Up();
            }
            database.checkAfterFailure();
            return down("the database does not answer");
        } catch (SQLException e) {
            return down(reason(e));
        }
    }

    /**
     * Logs each reason once, although readiness is queried every few seconds, and nothing that the log already
     * contains.
     */
    private Readiness down(String why) {
        boolean isNews = !why.equals(lastLogged.getAndSet(why)) && !database.isAway();
        LOG.log(isNews ? Level.WARNING : Level.FINE, "Not ready, because of the database: {0}", why);
        return new Readiness.Down(why);
    }

    private static String reason(SQLException e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = Objects.requireNonNullElse(innermost.getMessage(), innermost.toString());
        return message.lines().findFirst().orElse("").strip();
    }
}
