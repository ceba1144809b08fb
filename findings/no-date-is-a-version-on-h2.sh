#!/usr/bin/env bash
# With EclipseLink 5 on H2, none of the three date types that a version may have can be used as one.
#
# Expected: Jakarta Persistence 3.2 allows a version of type LocalDateTime, Instant or Timestamp (Javadoc of Version).
#           EclipseLink 5 implements 3.2, and has a platform for H2.
# Happens:  storing the first entity fails. EclipseLink takes the time from the database, H2 2.x answers CURRENT_TIMESTAMP
#           with an OffsetDateTime, and EclipseLink has no conversion from that to any of the three. An int works.
# Versions: org.eclipse.persistence.jpa 5.0.0, com.h2database:h2 2.5.252 (2.2.224 is the same), Java 17.
# Source:   Open Liberty issue 34901 (May 2026) has it for LocalDateTime; Instant and Timestamp fail alike.
# Seen:     2026-11-30
#> int: stored
#> LocalDateTime: could not be converted to [class java.time.LocalDateTime]
#> Instant: could not be converted to [class java.time.LocalDate]
#> Timestamp: could not be converted to [class java.sql.Timestamp]
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>org.eclipse.persistence</groupId><artifactId>org.eclipse.persistence.jpa</artifactId><version>5.0.0</version></dependency>
  <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.5.252</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Main.java <<'JAVA'
import jakarta.persistence.*;
import java.util.stream.Stream;

public class Main {
    @Entity static class ByInt { @Id int id; @Version int version; }
    @Entity static class ByLocal { @Id int id; @Version java.time.LocalDateTime version; }
    @Entity static class ByInstant { @Id int id; @Version java.time.Instant version; }
    @Entity static class ByStamp { @Id int id; @Version java.sql.Timestamp version; }

    public static void main(String[] args) {
        PersistenceConfiguration unit = new PersistenceConfiguration("unit")
                .property("jakarta.persistence.jdbc.url", "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1")
                .property("jakarta.persistence.schema-generation.database.action", "create")
                .property("eclipselink.logging.level", "OFF");
        Stream.of(ByInt.class, ByLocal.class, ByInstant.class, ByStamp.class).forEach(unit::managedClass);
        store(unit, "int", new ByInt());
        store(unit, "LocalDateTime", new ByLocal());
        store(unit, "Instant", new ByInstant());
        store(unit, "Timestamp", new ByStamp());
    }

    static void store(PersistenceConfiguration unit, String type, Object entity) {
        try (EntityManagerFactory entities = unit.createEntityManagerFactory()) {
            entities.runInTransaction(manager -> manager.persist(entity));
            System.out.println(type + ": stored");
        } catch (RuntimeException e) {
            System.out.println(type + ": " + e.toString().replaceAll("(?s).*(could not be conv[^]]*]).*", "$1"));
        }
    }
}
JAVA
javac -cp 'lib/*' Main.java && java -cp '.:lib/*' Main | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
