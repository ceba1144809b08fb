package io.gatehouse.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.gatehouse.blackbox.server.Ear;
import io.gatehouse.kernel.config.Settings;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("inside gatehouse.ear, on WildFly")
class WildFlyInContainerIT {

    private static final String DOLLARS = "a$$b${c}d${e";

    @Inject
    UserTransaction transaction;

    @Inject
    Settings settings;

    @Deployment
    static EnterpriseArchive ear() {
        return Ear.with(
                Ear.forDevelopment(WildFlyInContainerIT.class),
                Map.of("gatehouse.deployment-id", DOLLARS, "gatehouse.matrix.sender-localpart", ""));
    }

    @Test
    @DisplayName("a value is taken literally, and an empty one counts as not set")
    void valuesAreTakenLiterally() {
        assertEquals(DOLLARS, settings.deploymentId());
        assertEquals(
                "gatehouse", settings.text("gatehouse.matrix.sender-localpart").orElseThrow());
    }

    @Test
    @DisplayName("the application has a transaction manager")
    void theApplicationHasATransactionManager() {
        assertNotNull(transaction);
    }
}
