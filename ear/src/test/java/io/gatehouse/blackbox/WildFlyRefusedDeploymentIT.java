package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gatehouse.blackbox.server.WildFly;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("gatehouse.ear with a wrong configuration, on WildFly")
class WildFlyRefusedDeploymentIT {

    @Deployment(name = "wrong", managed = false, testable = false)
    static EnterpriseArchive ear() {
        return WildFly.earWith(Map.of("gatehouse.rate.chat", "many", "gatehouse.phone.default-region", "XX"));
    }

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian
    private Deployer deployer;

    @Test
    @DisplayName("the deployment's own failure names every key at fault")
    void theDeployersFailureNamesEveryKeyAtFault() {
        Throwable refused = catchThrowable(() -> deployer.deploy("wrong"));

        assertThat(Throwables.getStackTrace(refused))
                .contains("cannot run with this configuration")
                .contains("gatehouse.rate.chat=many", "gatehouse.phone.default-region=XX");
    }
}
