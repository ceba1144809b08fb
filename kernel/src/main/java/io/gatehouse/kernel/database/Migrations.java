package io.gatehouse.kernel.database;

import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Migrates a database to the schema of this version. If several nodes start at once, one migrates and the others wait.
 */
public final class Migrations {

    private Migrations() {}

    /** @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, or has a newer schema */
    public static void run(DataSource source) {
        run(source, "latest");
    }

    /** @param version the target; {@code latest} for the newest migration */
    static void run(DataSource source, String version) {
        ClassLoader application = Migrations.class.getClassLoader();
        JavaMigration[] inJava = ServiceLoader.load(JavaMigration.class, application).stream()
                .map(ServiceLoader.Provider::get)
                .toArray(JavaMigration[]::new);
        if (inJava.length == 0) {
            throw new IllegalStateException("the migrations written in Java are missing from the class path");
        }
        Flyway.configure(application)
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(inJava)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .target(version)
                .load()
                .migrate();
    }
}
