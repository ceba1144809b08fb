package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gatehouse.blackbox.server.Ear;
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
    private static final String WITHOUT_PROVIDER = "as it ships, without an identity provider";
    private static final String WITH_PROVIDER = "as it ships, with an identity provider";
    private static final String OWN_ISSUER = "as it ships, with the development issuer named";
    private static final String CLOSED_PORT = "127.0.0.1:1";

    @Deployment(name = WRONG, managed = false, testable = false)
    static EnterpriseArchive withWrongKeys() {
        return Ear.with(
                Ear.forDevelopment("wrong.ear"),
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
        return Ear.forDevelopment("plain.ear");
    }

    @Deployment(name = AWAY, managed = false, testable = false)
    static EnterpriseArchive onADatabaseThatIsNotThere() {
        return Ear.with(
                Ear.forDevelopment("away.ear"),
                Map.of("gatehouse.db.url", "jdbc:postgresql://" + CLOSED_PORT + "/gatehouse"));
    }

    @Deployment(name = WITHOUT_PROVIDER, managed = false, testable = false)
    static EnterpriseArchive withoutAnIdentityProvider() {
        return Ear.shipped("without-provider.ear");
    }

    @Deployment(name = WITH_PROVIDER, managed = false, testable = false)
    static EnterpriseArchive withAnIdentityProvider() {
        return Ear.with(
                Ear.shipped("with-provider.ear"),
                Map.of(
                        "mp.jwt.verify.issuer",
                        "https://idp.example.com",
                        "mp.jwt.verify.publickey.location",
                        "https://idp.example.com/jwks"));
    }

    @Deployment(name = OWN_ISSUER, managed = false, testable = false)
    static EnterpriseArchive withTheDevelopmentIssuerNamed() {
        return Ear.with(
                Ear.shipped("own-issuer.ear"),
                Map.of(
                        "mp.jwt.verify.issuer",
                        WildFly.gatehouse().baseUri() + "/dev",
                        "mp.jwt.verify.publickey.location",
                        WildFly.gatehouse().baseUri() + "/dev/jwks"));
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

    @Test
    @DisplayName("that no issuer is configured, and where the development issuer is; with a provider it is deployed")
    void theRefusalNamesTheMissingIssuer(@ArquillianResource Deployer deployer) {
        refusalOf(deployer, WITHOUT_PROVIDER)
                .contains("Gatehouse cannot run with this configuration:")
                .contains("  - mp.jwt.verify.issuer is not set: name the identity provider")
                .contains(
                        "The development issuer is in the runnable JAR (gatehouse-micro.jar) only (MP_JWT_VERIFY_ISSUER)");

        deployer.deploy(WITH_PROVIDER);
        deployer.undeploy(WITH_PROVIDER);
    }

    @Test
    @DisplayName("that the development issuer must not be named")
    void theRefusalNamesTheDevelopmentIssuer(@ArquillianResource Deployer deployer) {
        refusalOf(deployer, OWN_ISSUER)
                .contains("  - mp.jwt.verify.issuer=")
                .contains("/dev is the development issuer's own name");
    }

    private static AbstractStringAssert<?> refusalOf(Deployer deployer, String deployment) {
        Throwable failure = catchThrowable(() -> deployer.deploy(deployment));
        assertThat(failure).isNotNull();
        return assertThat(failure.getMessage()).doesNotContain("Dialect");
    }
}
