package io.gatehouse.blackbox;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.gatehouse.blackbox.server.WildFly;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("inside gatehouse.ear, on WildFly")
class WildFlyInContainerIT {

    @Inject
    UserTransaction transaction;

    @Deployment
    static EnterpriseArchive ear() {
        return WildFly.earWith(WildFlyInContainerIT.class);
    }

    @Test
    @DisplayName("the application has a transaction manager")
    void theApplicationHasATransactionManager() {
        assertNotNull(transaction);
    }
}
