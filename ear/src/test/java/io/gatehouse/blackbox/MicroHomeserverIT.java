package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.EchoCases;
import io.gatehouse.blackbox.cases.HomeserverCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.ScriptedHomeserver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse-micro.jar, on Payara Micro with a homeserver")
class MicroHomeserverIT implements HomeserverCases, EchoCases {

    static final ScriptedHomeserver homeserver = new ScriptedHomeserver();

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .with("gatehouse.matrix.hs-token", Gatehouse.HS_TOKEN)
            .with("gatehouse.matrix.homeserver-url", homeserver.url());

    @AfterAll
    static void stop() {
        homeserver.close();
    }

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public ScriptedHomeserver homeserver() {
        return homeserver;
    }
}
