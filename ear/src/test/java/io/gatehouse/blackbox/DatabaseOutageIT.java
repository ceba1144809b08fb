package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.DatabaseOutageCases;
import io.gatehouse.blackbox.cases.LostRaceCases;
import io.gatehouse.blackbox.cases.NulCases;
import io.gatehouse.blackbox.cases.UnreadableSecretCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.Postgres;
import io.gatehouse.blackbox.server.TcpRelay;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse-micro.jar, whose database becomes unreachable")
class DatabaseOutageIT implements DatabaseOutageCases, LostRaceCases, UnreadableSecretCases, NulCases {

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final TcpRelay wire = new TcpRelay(postgres.port());

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.db.url", postgres.impatientUrl(wire.port()))
            .with("gatehouse.db.user", postgres.user())
            .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN);

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public Postgres postgres() {
        return postgres;
    }

    @Override
    public TcpRelay wire() {
        return wire;
    }

    @Override
    public Path log() {
        return server.dataDirectory().resolve("logs/gatehouse.0.log");
    }
}
