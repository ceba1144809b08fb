package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.MicroProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse-micro.jar, on Payara Micro")
class PayaraMicroIT implements EveryServer {

    @RegisterExtension
    static final MicroProcess server = new MicroProcess();

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }
}
