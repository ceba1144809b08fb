#!/usr/bin/env bash
# On Payara, a transaction that a CDI bean begins below an enterprise bean leaves connections of the data source out.
#
# Expected: what @Transactional begins is the container's transaction, whoever calls (Jakarta Transactions 3.7); a connection of a
#           data source takes part in it, and a rollback takes an insert back. Four callers do the same: a servlet, a task that it
#           gives to the managed executor, an enterprise bean without a transaction (NOT_SUPPORTED), and a task that this gives to
#           the managed executor, which is neither called by the bean nor in its thread.
# Happens:  below the enterprise bean and in its task the connection is in auto-commit: the transaction is rolled back, the row stays;
#           `select … for update` would lock nothing. Payara enters a transaction that a CDI bean begins into the thread's
#           invocation unless that is an enterprise bean's (preInvokeTx), a connection asks the invocation, and the managed executor
#           gives a task a copy of its submitter's invocation.
# Versions: payara-micro 6.2025.10 with Java 17; 7.2026.11 with Java 25 (PAYARA=7.2026.11) is the same.
# Source:   preInvokeTx and ResourceManagerImpl in Payara's source; payara/Payara issue 505 (2015, closed) had it for web callers.
# Seen:     2026-11-30
#> from a servlet: 0 rows after the rollback
#> from a task of a servlet: 0 rows after the rollback
#> from an enterprise bean: 1 rows after the rollback
#> from a task of an enterprise bean: 1 rows after the rollback
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d) payara=${PAYARA:-6.2025.10}
trap 'kill "${server:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

mkdir -p lib war/WEB-INF/classes
cat >pom.xml <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>fish.payara.extras</groupId><artifactId>payara-micro</artifactId><version>$payara</version></dependency>
  <dependency><groupId>jakarta.platform</groupId><artifactId>jakarta.jakartaee-api</artifactId><version>10.0.0</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Rollbacks.java <<'JAVA'
package x;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.*;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
import jakarta.transaction.Transactional;
import java.sql.*;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

@WebServlet("/")
@DataSourceDefinition(name = "java:app/jdbc/x", className = "org.h2.jdbcx.JdbcDataSource", url = "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1")
public class Rollbacks extends HttpServlet {

    @ApplicationScoped
    public static class Inserts {
        @Resource(lookup = "java:app/jdbc/x") DataSource source;

        @Transactional
        public void insertAndFail() {
            run("insert into t values (1)");
            throw new IllegalStateException("roll this back");
        }

        public int run(String sql) {
            try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
                if (!statement.execute(sql)) return statement.getUpdateCount();
                statement.getResultSet().next();
                return statement.getResultSet().getInt(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Stateless
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public static class Enterprise {
        @Inject Inserts inserts;
        @Resource ManagedExecutorService executor;

        public void insertAndFail() { inserts.insertAndFail(); }

        public void insertAndFailInTask() throws Exception { executor.submit(inserts::insertAndFail).get(); }
    }

    @Inject Inserts inserts;
    @Inject Enterprise enterprise;
    @Resource ManagedExecutorService executor;

    private String after(String caller, Callable<?> work) {
        inserts.run("create table if not exists t (n int)");
        inserts.run("delete from t");
        try {
            work.call();
        } catch (Exception expected) {
            return "from " + caller + ": " + inserts.run("select count(*) from t") + " rows after the rollback\n";
        }
        throw new IllegalStateException("it did not fail");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        response.getWriter().print(after("a servlet", () -> { inserts.insertAndFail(); return 0; })
                + after("a task of a servlet", () -> executor.submit(inserts::insertAndFail).get())
                + after("an enterprise bean", () -> { enterprise.insertAndFail(); return 0; })
                + after("a task of an enterprise bean", () -> { enterprise.insertAndFailInTask(); return 0; }));
    }
}
JAVA
javac --release 17 -cp 'lib/jakarta.jakartaee-api-10.0.0.jar' -d war/WEB-INF/classes Rollbacks.java
touch war/WEB-INF/beans.xml
jar -cf x.war -C war .
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
java -jar "lib/payara-micro-$payara.jar" --nocluster --port "$port" --deploy x.war --contextroot / >log 2>&1 &
server=$!
for _ in $(seq 120); do grep -q 'ready in' log && break; sleep 1; done
curl -fsS "http://127.0.0.1:$port/" | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
