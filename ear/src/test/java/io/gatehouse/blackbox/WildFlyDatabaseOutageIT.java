package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.DatabaseOutageCases;
import io.gatehouse.blackbox.cases.LostRaceCases;
import io.gatehouse.blackbox.cases.NulCases;
import io.gatehouse.blackbox.cases.UnreadableSecretCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.server.Ear;
import io.gatehouse.blackbox.server.Postgres;
import io.gatehouse.blackbox.server.TcpRelay;
import io.gatehouse.blackbox.server.WildFly;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@ArquillianTest
@DisplayName("gatehouse.ear, on WildFly, whose database becomes unreachable")
class WildFlyDatabaseOutageIT implements DatabaseOutageCases, LostRaceCases, UnreadableSecretCases, NulCases {

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final TcpRelay wire = new TcpRelay(postgres.port());

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ear.with(
                Ear.forDevelopment(),
                Map.of("gatehouse.db.url", postgres.impatientUrl(wire.port()), "gatehouse.db.user", postgres.user()));
    }

    @Override
    public Gatehouse gatehouse() {
        return WildFly.gatehouse();
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
        return WildFly.log();
    }
}
