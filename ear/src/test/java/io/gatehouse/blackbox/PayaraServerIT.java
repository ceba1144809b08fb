package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.HostTokens;
import io.gatehouse.blackbox.server.PayaraDomain;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse.ear, on Payara Server")
class PayaraServerIT implements EveryServer {

    @RegisterExtension
    static final PayaraDomain server = new PayaraDomain();

    @Test
    @DisplayName("without a data directory set, keeps its data under its working directory")
    void keepsItsDataUnderItsWorkingDirectory() {
        assertThat(server.dataDirectory().resolve("database")).isDirectoryContaining("glob:**gatehouse*");
    }

    @Test
    @DisplayName("logs that it made the first host token, and not its text")
    void doesNotLogTheFirstHostToken() {
        assertThat(server.logs().resolve("server.log")).content().contains("Made the first host token");
        assertThat(HostTokens.in(server.logs())).isEmpty();
    }

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }
}
