package io.gatehouse.kernel.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. Of several nodes that start at once, one migrates and the others wait. */
public final class Migrations {

    private Migrations() {}

    /** @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, or is of a newer version */
    public static void run(DataSource source) {
        run(source, "latest");
    }

    /** @param version that the schema is brought to; {@code latest} for that of this version */
    static void run(DataSource source, String version) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .target(version)
                .load()
                .migrate();
    }
}
