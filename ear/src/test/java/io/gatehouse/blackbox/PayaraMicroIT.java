package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.cases.BrokenAddressCases;
import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.ServerLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse-micro.jar, on Payara Micro")
class PayaraMicroIT implements EveryServer, BrokenAddressCases {

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .with("gatehouse.matrix.hs-token", Gatehouse.HS_TOKEN);

    @Test
    @DisplayName("describes itself without a line in the log")
    void describesItselfWithoutALine() {
        gatehouse().anyone().get("/openapi").expecting(200);

        assertThat(server.dataDirectory().resolve("logs/gatehouse.0.log"))
                .content()
                .doesNotContain("to the OpenAPI Document");
    }

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public ServerLog serverLog() {
        return server.log();
    }
}
