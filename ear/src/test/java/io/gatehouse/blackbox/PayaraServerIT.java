package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.cases.BrokenAddressCases;
import io.gatehouse.blackbox.cases.EveryServer;
import io.gatehouse.blackbox.cases.HomeserverCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.RawConnection;
import io.gatehouse.blackbox.server.Ear;
import io.gatehouse.blackbox.server.PayaraDomain;
import io.gatehouse.blackbox.server.ScriptedHomeserver;
import io.gatehouse.blackbox.server.ServerLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse.ear, on Payara Server")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class PayaraServerIT implements EveryServer {

    @RegisterExtension
    static final PayaraDomain server = new PayaraDomain()
            .withSecret("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN)
            .withSecret("gatehouse.matrix.hs-token", Gatehouse.HS_TOKEN);

    @Test
    @DisplayName("without a data directory set, keeps its data under its working directory")
    void keepsItsDataUnderItsWorkingDirectory() {
        assertThat(server.dataDirectory().resolve("database")).isDirectoryContaining("glob:**gatehouse*");
    }

    @Test
    @DisplayName("logs no secret of its configuration")
    void logsNoSecret() {
        assertThat(server.logs().resolve("server.log"))
                .content()
                .isNotEmpty()
                .doesNotContain(Gatehouse.HOST_TOKEN)
                .doesNotContain(Gatehouse.HS_TOKEN);
    }

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public ServerLog serverLog() {
        return server.log();
    }

    /** After all other cases, on the same server: starting another takes longer than these cases. */
    @Nested
    @Order(1)
    @DisplayName("with a homeserver")
    class WithAHomeserver implements HomeserverCases {

        static final ScriptedHomeserver homeserver = new ScriptedHomeserver();

        @BeforeAll
        static void redeploy() {
            server.redeployWith(Map.of("gatehouse.matrix.homeserver-url", homeserver.url()));
        }

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

    /** After two redeployments, for what they leave behind. */
    @Nested
    @Order(2)
    @DisplayName("at another context root")
    class AtAnotherContextRoot implements BrokenAddressCases {

        @BeforeAll
        static void redeploy() {
            server.redeployAt("/gate");
        }

        @Test
        @DisplayName("refuses a broken path with a problem, below its context root or not")
        void refusesABrokenPath() {
            for (String path : List.of("/gate/%zz", "/%zz", "/elsewhere/%zz")) {
                try (RawConnection connection = RawConnection.to(gatehouse())) {
                    connection.request("GET " + path).answer().orElseThrow().expectingProblem(400, "bad_request");
                }
            }
        }

        @Test
        @DisplayName("the server holds one probe and one filter, and none of the deployments before")
        void theServerHoldsOneProbe() {
            assertThat(server.instancesOf("io.gatehouse.web.edge.payara.ListenerProbe"))
                    .isEqualTo(1);
            assertThat(server.instancesOf("io.gatehouse.web.edge.payara.UpgradeFilters"))
                    .isEqualTo(1);
        }

        @Test
        @DisplayName("nothing so far was a fault of the server's")
        void nothingWasAFault() {
            assertThat(serverLog().faultsWithStacksSince(0)).isEmpty();
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

    /** The last, for it leaves the server without the application. */
    @Nested
    @Order(3)
    @DisplayName("with a wrong configuration")
    class WithAWrongConfiguration {

        @Test
        @DisplayName("is not deployed with a database other than that of its data source")
        void aDeploymentWithAnotherDatabaseIsRefused() {
            assertThat(server.refusalOf(Ear.with(
                            Ear.forDevelopment(), Map.of("gatehouse.db.url", "jdbc:postgresql://127.0.0.1:1/none"))))
                    .contains("gatehouse.db.*", "not in the EAR");
        }

        @Test
        @DisplayName(
                "is not deployed as it ships without an identity provider, and says where the development issuer is")
        void aDeploymentWithoutAnIdentityProviderIsRefused() {
            assertThat(server.refusalOf(Ear.shipped()))
                    .contains("mp.jwt.verify.issuer is not set: name the identity provider")
                    .contains("The development issuer is in the runnable JAR (gatehouse-micro.jar) only");
        }

        @Test
        @DisplayName("a deployment with wrong keys is refused, and the deployer and the log are told every one")
        void aDeploymentWithWrongKeysIsRefusedAndNamesThem() {
            assertThat(server.refusalOf(Ear.with(
                            Ear.forDevelopment(),
                            Map.of("gatehouse.rate.chat", "many", "gatehouse.phone.default-region", "XX"))))
                    .contains("Command deploy failed", "cannot run with this configuration")
                    .contains("gatehouse.rate.chat=many", "gatehouse.phone.default-region=XX");
            assertThat(server.logs().resolve("server.log"))
                    .content()
                    .contains("cannot run with this configuration")
                    .contains("gatehouse.rate.chat=many", "gatehouse.phone.default-region=XX");
        }
    }
}
