package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.EchoCases;
import io.gatehouse.blackbox.cases.HomeserverCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.Ear;
import io.gatehouse.blackbox.server.ScriptedHomeserver;
import io.gatehouse.blackbox.server.WildFly;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("gatehouse.ear, on WildFly with a homeserver")
class WildFlyHomeserverIT implements HomeserverCases, EchoCases {

    static final ScriptedHomeserver homeserver = new ScriptedHomeserver();

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ear.with(Ear.forDevelopment(), Map.of("gatehouse.matrix.homeserver-url", homeserver.url()));
    }

    @AfterAll
    static void stop() {
        homeserver.close();
    }

    @Override
    public Gatehouse gatehouse() {
        return WildFly.gatehouse();
    }

    @Override
    public ScriptedHomeserver homeserver() {
        return homeserver;
    }
}
