package io.gatehouse.registry.credential.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenCheck.Refused;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.credential.access.TestNode;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.registry.tenant.organization.TestOrganizations;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@StoreTest
class FirstHostTokenTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new Ids();

    FirstHostTokenTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theConfiguredFirstHostTokenIsAccepted() {
        String configured = "mhst_chosen-" + ids.next();
        Map<String, String> settings = Map.of("gatehouse.bootstrap-host-token", configured);

        assertThat(first(settings)).isEmpty();
        assertThat(first(settings)).isEmpty();

        TokenCheck check = new TestNode(database, clock, settings).check(configured);
        assertThat(check).isInstanceOfSatisfying(HostAccess.class, access -> {
            assertThat(access.host()).isEqualTo("*");
            assertThat(access.scopes()).contains("chat:claim");
        });
        assertThat(new TestNode(database, clock).check(configured)).isInstanceOf(Refused.class);
    }

    @Test
    void ofConcurrentStartsOneCreatesTheFirstHostToken() {
        try (TestDatabase empty = TestDatabase.fresh(database.engine())) {

            List<Optional<FirstHostToken.CreatedToken>> created = Crowd.of(
                    8, node -> empty.tx(() -> firstHostToken(empty, Map.of()).ensure()));

            assertThat(created).filteredOn(Optional::isPresent).hasSize(1);
            String token = created.stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow()
                    .text()
                    .reveal();
            assertThat(new TestNode(empty, clock).check(token)).isInstanceOf(HostAccess.class);
        }
    }

    @Test
    void productionCreatesNoFirstHostToken() {
        try (TestDatabase empty = TestDatabase.fresh(database.engine())) {

            assertThat(empty.tx(() -> firstHostToken(empty, Map.of("gatehouse.mode", "production"))
                            .ensure()
                            .isPresent()))
                    .isFalse();
        }
    }

    private Optional<FirstHostToken.CreatedToken> first(Map<String, String> settings) {
        return database.tx(() -> firstHostToken(database, settings).ensure());
    }

    private FirstHostToken firstHostToken(TestDatabase target, Map<String, String> values) {
        TokenStore store = new TokenStore(target.entityManager());
        OperatorSeed operator =
                new OperatorSeed(TestOrganizations.over(target), store, TestTrail.over(target, clock), ids, clock);
        return new FirstHostToken(operator, store, TestTokens.bootstrap(values), Settings.of(values), random);
    }
}
