package io.gatehouse.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.contract.access.TokenCheck.Refused;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.config.Settings;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.id.Ids;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.domain.token.AgentToken;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenPrefix;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.registry.organization.TestOrganizations;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
class OpaqueTokensTest {

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new Ids();
    private final TokenStore store = new TokenStore();

    OpaqueTokensTest(TestDatabase database) {
        this.database = database;
        store.entities = database.entityManager();
    }

    @Test
    void aHostTokenSaysWhichHostAndWhatFor() {
        Host host = host();
        TokenText text = TokenText.mint(TokenPrefix.HOST, random);
        UUID token = hostToken(host, text, null);

        assertThat(check(text.reveal())).isEqualTo(new HostAccess(token, host.name(), Set.of("a", "b")));
    }

    @Test
    void anAgentTokenSaysWhichAgent() {
        Host host = host();
        String name = "@agent-" + ids.next() + ":example";
        Agent agent = Agent.registered(
                ids.next(), host.organizationId(), "a", ids.next().toString(), name, null, clock.instant());
        TokenText text = TokenText.mint(TokenPrefix.AGENT, random);
        AgentToken token = new AgentToken(
                ids.next(), agent.id(), text.hash(), text.lastFour(), Set.of("send"), clock.instant(), null);
        database.run(em -> em.persist(agent));
        database.run(em -> em.persist(token));

        assertThat(check(text.reveal())).isEqualTo(new AgentAccess(token.id(), agent.id(), name, Set.of("send")));
    }

    @Test
    void anUnknownTokenWithARightChecksumIsRefused() {
        assertThat(check(TokenText.mint(TokenPrefix.HOST, random).reveal())).isInstanceOf(Refused.class);
        assertThat(check(TokenText.mint(TokenPrefix.AGENT, random).reveal())).isInstanceOf(Refused.class);
    }

    @Test
    void aWrongChecksumIsRefusedWithoutALookUp() {
        OpaqueTokensBean withoutDatabase = tokens(Map.of());
        withoutDatabase.store = new TokenStore();

        assertThat(withoutDatabase.check("mhst_000000000000000000000000000000000000"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aTokenIsRefusedFromTheInstantThatItExpires() {
        TokenText text = TokenText.mint(TokenPrefix.HOST, random);
        hostToken(host(), text, clock.instant().plusSeconds(10));

        clock.advance(Duration.ofSeconds(10).minusNanos(1_000));
        assertThat(check(text.reveal())).isInstanceOf(HostAccess.class);
        clock.advance(Duration.ofNanos(1_000));
        assertThat(check(text.reveal())).isInstanceOf(Refused.class);
    }

    @Test
    void aRevokedTokenIsRefused() {
        TokenText text = TokenText.mint(TokenPrefix.HOST, random);
        UUID token = hostToken(host(), text, null);
        database.run(em -> em.find(HostToken.class, token).revoke(clock.instant()));

        assertThat(check(text.reveal())).isInstanceOf(Refused.class);
    }

    @Test
    void theFirstHostTokenIsTheOneThatTheOperatorChose() {
        String chosen = "mhst_chosen-" + ids.next();
        Map<String, String> settings = Map.of("gatehouse.bootstrap-host-token", chosen);

        assertThat(first(settings)).isEmpty();
        assertThat(first(settings)).isEmpty();

        TokenCheck check = database.tx(() -> tokens(settings).check(chosen));
        assertThat(check).isInstanceOfSatisfying(HostAccess.class, access -> {
            assertThat(access.host()).isEqualTo("*");
            assertThat(access.scopes()).contains("chat:claim");
        });
        assertThat(check(chosen)).isInstanceOf(Refused.class);
    }

    @Test
    void ofManyNodesThatStartAtOnceOneMakesTheFirstHostToken() {
        try (TestDatabase empty = TestDatabase.fresh(database.engine())) {
            store.entities = empty.entityManager();

            List<Optional<FirstHostToken.Made>> made = Crowd.of(
                    8, node -> empty.tx(() -> firstHostToken(empty, Map.of()).ensure()));

            assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
            String token = made.stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow()
                    .text()
                    .reveal();
            assertThat(empty.tx(() -> tokens(Map.of()).check(token))).isInstanceOf(HostAccess.class);
        }
    }

    @Test
    void productionMakesNoTokenOfItsOwn() {
        try (TestDatabase empty = TestDatabase.fresh(database.engine())) {
            store.entities = empty.entityManager();

            assertThat(empty.tx(() -> firstHostToken(empty, Map.of("gatehouse.mode", "production"))
                            .ensure()
                            .isPresent()))
                    .isFalse();
        }
    }

    private TokenCheck check(String token) {
        return database.tx(() -> tokens(Map.of()).check(token));
    }

    private Optional<FirstHostToken.Made> first(Map<String, String> settings) {
        return database.tx(() -> firstHostToken(database, settings).ensure());
    }

    private OpaqueTokensBean tokens(Map<String, String> settings) {
        OpaqueTokensBean bean = new OpaqueTokensBean();
        bean.store = store;
        bean.clock = clock;
        bean.bootstrap = bootstrap(settings);
        return bean;
    }

    private static BootstrapToken bootstrap(Map<String, String> settings) {
        BootstrapToken bootstrap = new BootstrapToken();
        bootstrap.settings = Settings.of(settings);
        bootstrap.read();
        return bootstrap;
    }

    private FirstHostToken firstHostToken(TestDatabase target, Map<String, String> values) {
        Settings settings = Settings.of(values);
        FirstHostToken first = new FirstHostToken();
        first.tokens = store;
        first.settings = settings;
        first.random = random;
        first.bootstrap = bootstrap(values);
        first.operator = new OperatorSeed();
        first.operator.organizations = TestOrganizations.over(target);
        first.operator.tokens = store;
        first.operator.audit = TestTrail.over(target, clock);
        first.operator.ids = ids;
        first.operator.clock = clock;
        return first;
    }

    private UUID hostToken(Host host, TokenText text, @Nullable Instant expiresAt) {
        HostToken token = new HostToken(
                ids.next(), host.id(), text.hash(), text.lastFour(), Set.of("a", "b"), clock.instant(), expiresAt);
        database.run(em -> em.persist(token));
        return token.id();
    }

    private Host host() {
        Organization organization =
                Organization.shared(ids.next(), ids.next().toString(), "Operator", Visibility.PRIVATE, clock.instant());
        Host host = new Host(ids.next(), organization.id(), ids.next().toString(), clock.instant());
        database.run(em -> em.persist(organization));
        database.run(em -> em.persist(host));
        return host;
    }
}
