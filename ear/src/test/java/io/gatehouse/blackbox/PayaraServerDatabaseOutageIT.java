package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.DatabaseOutageCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.PayaraDomain;
import io.gatehouse.blackbox.server.Postgres;
import io.gatehouse.blackbox.server.TcpRelay;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a server of its own: what an EAR's own file says of the database, Payara's data source does not see. */
@DisplayName("gatehouse.ear on Payara Server, whose database goes away")
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
