package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.WildFly;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("gatehouse.ear, on WildFly")
class WildFlyIT implements EveryServer {

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return WildFly.ear();
    }

    @Override
    public Gatehouse gatehouse() {
        return WildFly.gatehouse();
    }
}
