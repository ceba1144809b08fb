package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.blackbox.cases.TwoServerChannelCases;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.client.EventStream;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.HostKey;
import io.gatehouse.blackbox.client.RegisteredAgent;
import io.gatehouse.blackbox.client.Signature;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.MicroProcesses;
import io.gatehouse.blackbox.server.Postgres;
import io.gatehouse.blackbox.server.TcpRelay;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("two servers on one PostgreSQL")
class NodesIT implements TwoServerChannelCases {

    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final Duration OVERLAP = Duration.ofSeconds(4);
    private static final Duration JWT_LIFETIME = Duration.ofSeconds(6);
    private static final int ROUNDS = 15;
    private static final URI PUBLIC_URL = URI.create("http://gatehouse.example.com");
    private static final String AGENTS = "/bridge/v1/agents";

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final TcpRelay wire = new TcpRelay(postgres.port());

    private static final MicroProcess one = node(postgres.url());

    /** Its connection to the database can be cut. */
    private static final MicroProcess other = node(postgres.url(wire.port()));

    @RegisterExtension
    static final MicroProcesses nodes = new MicroProcesses(one, other);

    private static MicroProcess node(String url) {
        String key = Base64.getEncoder()
                .encodeToString("thirty-two bytes for two servers".getBytes(StandardCharsets.US_ASCII));
        return new MicroProcess()
                .with("gatehouse.db.url", url)
                .with("gatehouse.db.user", postgres.user())
                .with("gatehouse.encryption.key", key)
                .with("gatehouse.public-url", PUBLIC_URL.toString())
                .with("gatehouse.oauth.token-lifetime", JWT_LIFETIME.toString())
                .with("gatehouse.token.overlap", OVERLAP.toString())
                .with("gatehouse.bootstrap-host-token", Gatehouse.HOST_TOKEN);
    }

    @Override
    public Gatehouse one() {
        return one.gatehouse();
    }

    @Override
    public Gatehouse other() {
        return other.gatehouse();
    }

    /** Waits until the other node has dropped the connections that were cut: each still answers one call with 503. */
    @AfterEach
    void mend() {
        wire.mend();
        Awaitility.await("the other server").atMost(Duration.ofSeconds(30)).until(NodesIT::isRecovered);
    }

    private static boolean isRecovered() {
        List<Answer> answers =
                ConcurrentCalls.call(16, number -> other.gatehouse().host().get(AGENTS));
        return answers.stream().allMatch(answer -> answer.status() == 200);
    }

    @Test
    @DisplayName("a token revoked on one node is refused there at once and on the other within a second, both ways")
    void aTokenRevokedOnOneNodeIsRefusedByTheOther() {
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            took.add(revoked(one, other));
            took.add(revoked(other, one));
        }
        assertThat(took).allSatisfy(time -> assertThat(time).isLessThan(PROMISED));
    }

    /**
     * How long after the answer to the revocation the other node accepted the last call, by the time at which the call
     * started.
     */
    private static Duration revoked(MicroProcess here, MicroProcess there) {
        RegisteredAgent agent = RegisteredAgent.at(here.gatehouse());
        Caller elsewhere = there.gatehouse().bearing(agent.token());
        agent.caller().type().expecting(200);
        elsewhere.type().expecting(200);
        elsewhere.type().expecting(200);

        here.gatehouse().host().revoke(agent.token()).expecting(200);
        long acknowledged = System.nanoTime();
        agent.caller().type().expectingProblem(401, "invalid_token");
        return lastAdmitted(elsewhere, acknowledged, answer -> answer.status() == 401);
    }

    @Test
    @DisplayName("an exchanged JWT is valid on both nodes, and ends on both with its token")
    void anExchangedJwtEndsOnBothNodes() {
        RegisteredAgent agent = RegisteredAgent.at(one.gatehouse());
        String jwt = one.gatehouse()
                .anyone()
                .exchange(agent.token(), Map.of())
                .expecting(200)
                .json()
                .getString("access_token");
        Caller here = one.gatehouse().bearing(jwt);
        Caller there = other.gatehouse().bearing(jwt);
        here.type().expecting(200);
        there.type().expecting(200);
        assertThat(other.gatehouse().anyone().get("/oauth2/jwks").text())
                .isEqualTo(one.gatehouse().anyone().get("/oauth2/jwks").text());

        agent.caller().revoke(agent.token()).expecting(200);
        long acknowledged = System.nanoTime();
        here.type().expectingProblem(401, "invalid_token");
        assertThat(lastAdmitted(there, acknowledged, answer -> answer.status() == 401))
                .isLessThan(PROMISED);
    }

    @Test
    @DisplayName("after registering again, earlier tokens end on both nodes when the overlap does")
    void earlierTokensExpireOnBothNodes() {
        RegisteredAgent agent = RegisteredAgent.at(one.gatehouse());
        Caller there = other.gatehouse().bearing(agent.token());
        there.type().expecting(200);

        agent.registerAgain();
        long registered = System.nanoTime();
        there.type().expecting(200);

        assertThat(lastAdmitted(there, registered, answer -> answer.status() == 401))
                .isLessThan(OVERLAP.plus(PROMISED));
        agent.caller().type().expectingProblem(401, "invalid_token");
    }

    @Test
    @DisplayName("a signed request accepted by one node is refused by the other; of concurrent copies one is accepted")
    void aSignedRequestIsAcceptedOnceAcrossNodes() {
        HostKey key = HostKey.of(one.gatehouse(), "bridge");
        Signature first = key.sign("POST", PUBLIC_URL.resolve(AGENTS), key.registration());
        register(one, key, first).expecting(201);
        for (MicroProcess node : List.of(other, one)) {
            assertThat(register(node, key, first)
                            .expectingProblem(401, "invalid_signature")
                            .json()
                            .getString("detail"))
                    .contains("nonce was accepted before");
        }

        Signature second = key.sign("POST", PUBLIC_URL.resolve(AGENTS), key.registration());
        List<Answer> answers = ConcurrentCalls.call(12, number -> register(number % 2 == 0 ? one : other, key, second));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(11);
    }

    private static Answer register(MicroProcess node, HostKey key, Signature signature) {
        return node.gatehouse().anyone().post(AGENTS, "application/json", key.registration(), signature.headers());
    }

    @Test
    @DisplayName("a stream ends with the JWT that opened it, though the token behind it remains valid")
    void aStreamEndsWithTheJwtThatOpenedIt() throws ParseException {
        RegisteredAgent speaker = RegisteredAgent.at(one.gatehouse());
        RegisteredAgent agent = RegisteredAgent.at(one.gatehouse());
        String jwt = one.gatehouse()
                .anyone()
                .exchange(agent.token(), Map.of())
                .expecting(200)
                .json()
                .getString("access_token");
        Instant end = SignedJWT.parse(jwt).getJWTClaimsSet().getExpirationTime().toInstant();

        try (EventStream stream = other.gatehouse().bearing(jwt).listen("/bridge/v1/messages")) {
            assertThat(stream.status()).isEqualTo(200);
            speaker.say(agent, "in time");
            assertThat(stream.next()).contains("in time");

            assertThat(stream.isOver()).isTrue();
            assertThat(Instant.now()).isBetween(end, end.plusSeconds(10));
        }
        agent.caller().type().expecting(200);
    }

    @Test
    @DisplayName("a node cut off from the database stops trusting its cache after a second: 503, never 200")
    void aNodeWithoutItsDatabaseStopsTrustingItsCache() {
        RegisteredAgent revoked = RegisteredAgent.at(one.gatehouse());
        RegisteredAgent holding = RegisteredAgent.at(one.gatehouse());
        Caller revokedThere = other.gatehouse().bearing(revoked.token());
        Caller holdingThere = other.gatehouse().bearing(holding.token());
        revokedThere.type().expecting(200);
        holdingThere.type().expecting(200);

        wire.cut();
        one.gatehouse().host().revoke(revoked.token()).expecting(200);
        long acknowledged = System.nanoTime();
        revoked.caller().type().expectingProblem(401, "invalid_token");

        assertThat(lastAdmitted(revokedThere, acknowledged, answer -> answer.status() == 503))
                .isLessThan(PROMISED);
        for (int i = 0; i < 5; i++) {
            for (Caller caller : List.of(revokedThere, holdingThere)) {
                Answer answer = caller.type().expectingProblem(503, "unavailable");
                assertThat(answer.header("Retry-After")).isNotEmpty();
            }
        }
        // A node without its database answers from its cache until the entries may no longer be trusted.
        Caller host = other.gatehouse().host();
        Awaitility.await("the end of the trusted cache")
                .atMost(PROMISED)
                .until(() -> host.introspect(holding.token()).status() == 503);
        other.gatehouse().host().introspect(holding.token()).expectingOAuthError(503, "temporarily_unavailable");
        holding.caller().type().expecting(200);

        wire.mend();
        Awaitility.await("the other server's database")
                .atMost(Duration.ofSeconds(30))
                .until(() -> holdingThere.type().status() == 200);
        Awaitility.await("the rest of its connections to the database").until(() -> {
            Answer answer = revokedThere.type();
            assertThat(answer.status()).isIn(401, 503);
            return answer.status() == 401;
        });
    }

    /** Repeats the call until it gets the final answer; every answer before must be 200. */
    private static Duration lastAdmitted(Caller caller, long since, Predicate<Answer> end) {
        long last = since;
        while (true) {
            long began = System.nanoTime();
            Answer answer = caller.type();
            if (end.test(answer)) {
                return Duration.ofNanos(last - since);
            }
            answer.expecting(200);
            last = began;
            assertThat(Duration.ofNanos(last - since))
                    .as("calls are still accepted")
                    .isLessThan(Duration.ofSeconds(20));
        }
    }
}
