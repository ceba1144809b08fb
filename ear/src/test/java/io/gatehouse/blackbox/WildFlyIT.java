package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.Ear;
import io.gatehouse.blackbox.server.ServerLog;
import io.gatehouse.blackbox.server.WildFly;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("gatehouse.ear, on WildFly")
class WildFlyIT implements EveryServer {

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ear.forDevelopment();
    }

    /** The length of WildFly's log before these tests. */
    private static int before;

    @BeforeAll
    static void open() throws IOException {
        String log = Files.readString(WildFly.log());
        assertThat(log).contains("Deployed \"gatehouse.ear\"");
        before = new ServerLog(WildFly.log()).length();
    }

    @AfterAll
    static void noRequestLoggedAFault() {
        assertThat(new ServerLog(WildFly.log()).faultsWithStacksSince(before)).isEmpty();
    }

    @Override
    public Gatehouse gatehouse() {
        return WildFly.gatehouse();
    }

    @Override
    public ServerLog serverLog() {
        return new ServerLog(WildFly.log());
    }
}
