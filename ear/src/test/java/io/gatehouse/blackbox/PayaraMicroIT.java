package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.ServerLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse-micro.jar, on Payara Micro")
class PayaraMicroIT implements EveryServer {

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .with("gatehouse.matrix.hs-token", Gatehouse.HS_TOKEN);

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public ServerLog serverLog() {
        return server.log();
    }
}
