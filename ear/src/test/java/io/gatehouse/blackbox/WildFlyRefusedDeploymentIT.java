package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gatehouse.blackbox.server.WildFly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the management operation returns to those who deploy by command line, console or tool. */
@ArquillianTest
@DisplayName("a deployment of gatehouse.ear on WildFly that is refused tells the deployer")
class WildFlyRefusedDeploymentIT {

    private static final String WRONG = "wrong keys";
    private static final String PLAIN = "on the server's data directory";
    private static final String AWAY = "on a database that is not there";
    private static final String CLOSED_PORT = "127.0.0.1:1";

    @Deployment(name = WRONG, managed = false, testable = false)
    static EnterpriseArchive withWrongKeys() {
        return WildFly.earWith(
                "wrong.ear",
                Map.of(
                        "gatehouse.db.url",
                        "jdbc:mysql://x",
                        "gatehouse.mode",
                        "nonsense",
                        "gatehouse.rate.chat",
                        "many"));
    }

    @Deployment(name = PLAIN, managed = false, testable = false)
    static EnterpriseArchive plain() {
        return WildFly.earWith("plain.ear", Map.of());
    }

    @Deployment(name = AWAY, managed = false, testable = false)
    static EnterpriseArchive onADatabaseThatIsNotThere() {
        return WildFly.earWith(
                "away.ear", Map.of("gatehouse.db.url", "jdbc:postgresql://" + CLOSED_PORT + "/gatehouse"));
    }

    @Test
    @DisplayName("every wrong key")
    void theRefusalNamesEveryWrongKey(@ArquillianResource Deployer deployer) {
        refusalOf(deployer, WRONG)
                .contains("Gatehouse cannot run with this configuration:")
                .contains(
                        "  - gatehouse.mode=nonsense is neither 'development' nor 'production' (GATEHOUSE_MODE)",
                        "  - gatehouse.db.url is neither jdbc:postgresql: nor jdbc:h2: (GATEHOUSE_DB_URL)",
                        "  - gatehouse.rate.chat=many is no number (GATEHOUSE_RATE_CHAT)");
    }

    @Test
    @DisplayName("that another process has its data directory")
    void theRefusalNamesALockedDataDirectory(@ArquillianResource Deployer deployer) throws IOException {
        Path directory = Files.createDirectories(WildFly.dataDirectory());
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();

            refusalOf(deployer, PLAIN).contains("Another Gatehouse is running on the data directory " + directory);
        }
    }

    @Test
    @DisplayName("why its database is unusable")
    void theRefusalSaysWhyTheDatabaseIsUnusable(@ArquillianResource Deployer deployer) {
        refusalOf(deployer, AWAY).contains("The database cannot be used: Connection to " + CLOSED_PORT + " refused");
    }

    private static AbstractStringAssert<?> refusalOf(Deployer deployer, String deployment) {
        Throwable failure = catchThrowable(() -> deployer.deploy(deployment));
        assertThat(failure).isNotNull();
        return assertThat(failure.getMessage()).doesNotContain("Dialect");
    }
}
