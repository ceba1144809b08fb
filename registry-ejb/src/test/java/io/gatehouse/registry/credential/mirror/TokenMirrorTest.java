package io.gatehouse.registry.credential.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.contract.access.TokenCheck.AgentAccess;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.registry.credential.token.MintedToken;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.Engine;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@StoreTest
class TokenMirrorTest {

    private final Engine engine;
    private final SetClock clock = SetClock.some();
    private final RecordsTwin homeserver = new RecordsTwin();
    private final TestDeployment yesterday;
    private final TestMirror mirror;

    TokenMirrorTest(TestDatabase database) {
        engine = database.engine();
        yesterday = new TestDeployment(engine, clock);
        mirror = new TestMirror(yesterday.database, homeserver, clock);
        mirror.restoration.restore();
    }

    @AfterEach
    void close() {
        yesterday.close();
    }

    @Test
    void restoredTokensWorkAndARevokedOneDoesNot() {
        String host = yesterday.host("web1");
        Agent ada = yesterday.agent("ada", "Ada ☕");
        Agent bob = yesterday.agent("bob", null);
        String good = yesterday.token(ada, null);
        String lasting = yesterday.token(bob, Duration.ofDays(2));
        String brief = yesterday.token(bob, Duration.ofHours(1));
        MintedToken revoked = yesterday.mint(ada, null);
        homeserver.rooms.put(ada.agentUserId(), Set.of("!kitchen:test", "!hall:test"));
        mirror.writer.write();
        assertThat(yesterday.revoke(ada, revoked.id())).isTrue();
        mirror.writer.write();

        clock.advance(Duration.ofHours(20));
        try (TestDeployment today = new TestDeployment(engine, clock)) {
            restore(today);

            assertThat(today.check(good)).isInstanceOfSatisfying(AgentAccess.class, access -> {
                assertThat(access.agentId()).isEqualTo(ada.id());
                assertThat(access.agentUserId()).isEqualTo(ada.agentUserId());
                assertThat(access.scopes()).containsExactlyInAnyOrder("send", "receive");
            });
            assertThat(today.check(lasting)).isInstanceOf(AgentAccess.class);
            assertThat(today.check(host)).isInstanceOfSatisfying(HostAccess.class, access -> assertThat(access.host())
                    .isEqualTo("web1"));
            assertThat(today.check(TestDeployment.text(revoked))).isInstanceOf(TokenCheck.Refused.class);
            assertThat(today.check(brief)).isInstanceOf(TokenCheck.Refused.class);
            assertThat(today.rows("select name from agent order by alias")).hasToString("[Ada ☕, null]");
            assertThat(today.rows("select generation from binding where state = 'STALE' and change_number > 1000000"
                            + " order by generation"))
                    .hasToString("[7, 8]");
            assertThat(today.rows("select room_id from room_presence order by room_id"))
                    .hasToString("[!hall:test, !kitchen:test]");
            assertThat(today.rows("select action from audit_event")).hasToString("[token-mirror.restored]");
        }
    }

    @Test
    void aRestoredDatabaseIsMirroredAgain() {
        yesterday.host("web1");
        Agent ada = yesterday.agent("ada", null);
        MintedToken token = yesterday.mint(ada, null);
        mirror.writer.write();

        try (TestDeployment today = new TestDeployment(engine, clock);
                TestDeployment tomorrow = new TestDeployment(engine, clock)) {
            TestMirror next = restore(today);
            assertThat(today.revoke(ada, token.id())).isTrue();
            next.writer.write();

            restore(tomorrow);
            assertThat(tomorrow.check(TestDeployment.text(token))).isInstanceOf(TokenCheck.Refused.class);
        }
    }

    @Test
    void whileTheHomeserverIsUnreachableAnEmptyDatabaseOverwritesNothing() {
        String host = yesterday.host("web1");
        mirror.writer.write();
        Map<String, String> before = new TreeMap<>(homeserver.accountData);

        try (TestDeployment today = new TestDeployment(engine, clock)) {
            TestMirror empty = new TestMirror(today.database, homeserver, clock);
            homeserver.failAfter(0);
            assertThatThrownBy(empty.restoration::restore).isInstanceOf(MirrorException.class);
            homeserver.recover();
            empty.writer.write();
            assertThat(homeserver.accountData)
                    .as("nothing is written before it is read")
                    .isEqualTo(before);

            empty.restoration.restore();
            assertThat(today.check(host)).isInstanceOf(HostAccess.class);
        }
    }

    @Test
    void anInterruptedWriteLeavesACompleteMirror() {
        yesterday.host("web1");
        Agent ada = yesterday.agent("ada", null);
        manyTokens(ada, 1_500);
        String old = yesterday.token(ada, null);
        mirror.writer.write();
        assertThat(homeserver.accountData.keySet()).as("shards and manifest").hasSizeGreaterThan(2);
        String fresh = yesterday.token(ada, null);

        for (int answers = 0; answers <= homeserver.accountData.size() + 1; answers++) {
            homeserver.failAfter(answers);
            mirror.writer.write();
            homeserver.recover();
            try (TestDeployment today = new TestDeployment(engine, clock)) {
                restore(today);
                assertThat(today.check(old)).as("after " + answers + " answers").isInstanceOf(AgentAccess.class);
            }
        }
        mirror.writer.write();
        try (TestDeployment today = new TestDeployment(engine, clock)) {
            restore(today);
            assertThat(today.check(fresh)).isInstanceOf(AgentAccess.class);
        }
    }

    @Test
    void changesDuringAnOutageAreMirroredAfterIt() {
        yesterday.host("web1");
        Agent ada = yesterday.agent("ada", null);
        MintedToken token = yesterday.mint(ada, null);
        mirror.writer.write();
        homeserver.failAfter(0);
        assertThat(yesterday.revoke(ada, token.id())).isTrue();
        mirror.writer.write();
        homeserver.recover();
        mirror.writer.write();

        try (TestDeployment today = new TestDeployment(engine, clock)) {
            restore(today);
            assertThat(today.check(TestDeployment.text(token))).isInstanceOf(TokenCheck.Refused.class);
        }
    }

    @Test
    void anUnchangedMirrorIsWrittenOnceAnHour() {
        yesterday.host("web1");
        mirror.writer.write();
        int written = homeserver.writes();

        mirror.writer.write();
        assertThat(homeserver.writes()).isEqualTo(written);

        clock.advance(MirrorWriter.REFRESH);
        mirror.writer.write();
        assertThat(homeserver.writes()).isGreaterThan(written);
    }

    @Test
    void ofConcurrentNodesOneWrites() {
        yesterday.host("web1");

        List<Boolean> done = Crowd.of(8, number -> {
            new TestMirror(yesterday.database, homeserver, clock).writer.write();
            return true;
        });

        assertThat(done).hasSize(8);
        assertThat(homeserver.writes()).as("one shard and its manifest").isEqualTo(2);
    }

    @Test
    void ofConcurrentStartsOnAnEmptyDatabaseOneRestores() {
        String host = yesterday.host("web1");
        mirror.writer.write();

        try (TestDeployment today = new TestDeployment(engine, clock)) {
            List<Boolean> done = Crowd.of(4, number -> {
                restore(today);
                return true;
            });

            assertThat(done).hasSize(4);
            assertThat(today.check(host)).isInstanceOf(HostAccess.class);
            assertThat(today.rows("select action from audit_event")).hasSize(1);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the mirror has just written these keys
    void dataThatTheHomeserverChangedIsNotTrusted() {
        yesterday.host("web1");
        mirror.writer.write();
        yesterday.agent("ada", null);
        Map<String, String> first = new TreeMap<>(homeserver.accountData);
        mirror.writer.write();
        Map<String, String> second = new TreeMap<>(homeserver.accountData);

        assertNotTrusted(second, Mirror.MANIFEST, "{\"sealed\":\"AAAA\"}");
        assertNotTrusted(second, Mirror.MANIFEST, "[]");
        assertNotTrusted(second, Mirror.MANIFEST, second.get(Mirror.MANIFEST).replace("A", "B"));
        String shard = Mirror.MANIFEST + ".b.0";
        assertNotTrusted(second, shard, "{}");
        assertNotTrusted(second, shard, second.get(Mirror.MANIFEST));
        assertNotTrusted(second, shard, first.get(Mirror.MANIFEST + ".a.0"));
        assertNotTrusted(second, Mirror.MANIFEST, second.get(shard));
        second.remove(shard);
        assertNotTrusted(second, Mirror.MANIFEST, second.get(Mirror.MANIFEST));
    }

    @Test
    void anotherEncryptionKeyOpensNothing() {
        yesterday.host("web1");
        mirror.writer.write();

        try (TestDeployment today = new TestDeployment(engine, clock)) {
            TestMirror other = new TestMirror(
                    today.database, homeserver, clock, Map.of("gatehouse.encryption.key", TestMirror.key(2)));
            assertThatThrownBy(other.restoration::restore).isInstanceOf(ImplausibleMirrorException.class);

            TestMirror rotated = new TestMirror(
                    today.database,
                    homeserver,
                    clock,
                    Map.of(
                            "gatehouse.encryption.key", TestMirror.key(2),
                            "gatehouse.encryption.previous-key", TestMirror.key(1)));
            rotated.restoration.restore();
            assertThat(today.rows("select name from host")).hasToString("[web1]");
        }
    }

    @Test
    void aMirrorThatIsTooOldIsRestoredOnlyIfConfigured() {
        String host = yesterday.host("web1");
        mirror.writer.write();
        clock.advance(Duration.ofHours(25));

        try (TestDeployment today = new TestDeployment(engine, clock)) {
            TestMirror usual = new TestMirror(today.database, homeserver, clock);
            assertThatThrownBy(usual.restoration::restore)
                    .isInstanceOf(MirrorException.class)
                    .hasMessageContaining("token-mirror-max-age");

            TestMirror overridden = new TestMirror(
                    today.database, homeserver, clock, Map.of("gatehouse.matrix.token-mirror-max-age", "P2D"));
            overridden.restoration.restore();
            assertThat(today.check(host)).isInstanceOf(HostAccess.class);
        }
    }

    @Test
    void anOlderMirrorThatWasPutBackIsOverwritten() {
        yesterday.host("web1");
        Agent ada = yesterday.agent("ada", null);
        MintedToken token = yesterday.mint(ada, null);
        mirror.writer.write();
        Map<String, String> old = new TreeMap<>(homeserver.accountData);
        assertThat(yesterday.revoke(ada, token.id())).isTrue();
        mirror.writer.write();
        homeserver.accountData.putAll(old);

        clock.advance(MirrorWriter.REFRESH);
        mirror.writer.write();

        try (TestDeployment today = new TestDeployment(engine, clock)) {
            restore(today);
            assertThat(today.check(TestDeployment.text(token))).isInstanceOf(TokenCheck.Refused.class);
        }
    }

    @Test
    void aDatabaseInUseRestoresNothingAndOverwritesNothing() {
        yesterday.host("web1");
        mirror.writer.write();
        Map<String, String> before = new TreeMap<>(homeserver.accountData);

        try (TestDeployment other = new TestDeployment(engine, clock);
                TestDeployment copy = new TestDeployment(engine, clock)) {
            other.host("web2");
            TestMirror late = restore(other);
            late.writer.write();
            assertThat(other.rows("select name from host")).hasToString("[web2]");
            assertThat(homeserver.accountData).isEqualTo(before);

            homeserver.accountData.put(Mirror.MANIFEST, "{}");
            late.writer.write();
            restore(copy);
            assertThat(copy.rows("select name from host")).hasToString("[web2]");
        }
    }

    @Test
    void noShardRevealsItsContent() {
        String host = yesterday.host("kitchen-machine");
        mirror.writer.write();

        assertThat(String.join("\n", homeserver.accountData.values()))
                .doesNotContain("kitchen")
                .doesNotContain(host);
    }

    private void assertNotTrusted(Map<String, String> kept, String type, String changed) {
        homeserver.accountData.clear();
        homeserver.accountData.putAll(kept);
        homeserver.accountData.put(type, changed);
        try (TestDeployment today = new TestDeployment(engine, clock)) {
            TestMirror empty = new TestMirror(today.database, homeserver, clock);
            assertThatThrownBy(empty.restoration::restore).as(changed).isInstanceOf(ImplausibleMirrorException.class);
            assertThat(today.rows("select id from host")).isEmpty();
        }
    }

    private TestMirror restore(TestDeployment deployment) {
        TestMirror restored = new TestMirror(deployment.database, homeserver, clock);
        restored.restoration.restore();
        return restored;
    }

    private void manyTokens(Agent agent, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(yesterday.mint(agent, null)).isNotNull();
        }
    }
}
