package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.DatabaseOutageCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.PayaraDomain;
import io.gatehouse.blackbox.server.Postgres;
import io.gatehouse.blackbox.server.TcpRelay;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Needs a server of its own: Payara's data source does not read the database settings from a file inside the EAR. */
@DisplayName("gatehouse.ear on Payara Server, whose database becomes unreachable")
class PayaraServerDatabaseOutageIT implements DatabaseOutageCases {

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final TcpRelay wire = new TcpRelay(postgres.port());

    @RegisterExtension
    static final PayaraDomain server = new PayaraDomain()
            .with("gatehouse.db.url", postgres.url(wire.port()))
            .with("gatehouse.db.user", postgres.user())
            .withSecret("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN);

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public TcpRelay wire() {
        return wire;
    }

    @Override
    public Path log() {
        return server.log().file();
    }
}
