#!/usr/bin/env bash
# Flyway finds nothing wrong with a migration that lost a line break and with it what it did.
#
# Expected: "validate" compares checksums, so that a migration which was changed after it ran is found.
# Happens:  the checksum is taken over the lines without their ends. A comment that swallows the next statement leaves it as it
#           was: validation passes, and new databases differ from the old ones, silently.
# Versions: org.flywaydb:flyway-core 13.12.2 (11.20.3 is the same), com.h2database:h2 2.2.224, Java 17.
# Source:   Flyway issue 253 asked for line ends to be ignored, of Windows and Unix; issue 2965 asks why all of them are.
# Seen:     2026-11-30
#> old database: 1 row; the changed migration is valid
#> new database: 0 rows; same checksum: true
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>org.flywaydb</groupId><artifactId>flyway-core</artifactId><version>13.12.2</version></dependency>
  <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.2.224</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Main.java <<'JAVA'
import java.nio.file.*;
import java.sql.*;
import org.flywaydb.core.Flyway;

public class Main {
    public static void main(String[] args) throws Exception {
        Path file = Files.createDirectory(Path.of("sql")).resolve("V1__start.sql");
        String script = "create table fee (cents int);\n-- what everybody pays\ninsert into fee values (500);\n";
        Files.writeString(file, script);
        Flyway old = flyway("old");
        old.migrate();
        Files.writeString(file, script.replace("pays\n", "pays"));
        old.validate();
        System.out.println("old database: " + rows(old) + " row; the changed migration is valid");
        Flyway fresh = flyway("new");
        fresh.migrate();
        boolean same = old.info().applied()[0].getChecksum().equals(fresh.info().applied()[0].getChecksum());
        System.out.println("new database: " + rows(fresh) + " rows; same checksum: " + same);
    }

    static Flyway flyway(String name) {
        return Flyway.configure().dataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "", "")
                .locations("filesystem:sql").load();
    }

    static int rows(Flyway flyway) throws Exception {
        try (Connection database = flyway.getConfiguration().getDataSource().getConnection();
                ResultSet count = database.createStatement().executeQuery("select count(*) from fee")) {
            return count.next() ? count.getInt(1) : -1;
        }
    }
}
JAVA
java -cp 'lib/*' Main.java 2>log | grep ' database: ' | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
