package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.PayaraDomain;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse.ear, on Payara Server")
class PayaraServerIT implements EveryServer {

    @RegisterExtension
    static final PayaraDomain server = new PayaraDomain();

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }
}
