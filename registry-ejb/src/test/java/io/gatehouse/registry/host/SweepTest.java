package io.gatehouse.registry.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose turn it is; what a sweep does is the leases' test. */
@StoreTest
class SweepTest {

    private final SetClock clock = SetClock.some();
    private final TestHosts hosts;

    SweepTest(TestDatabase database) {
        this.hosts = new TestHosts(database, clock, Settings.of(Map.of()));
        database.run(entities -> entities.createNativeQuery(
                        "update sweep_turn set free_at = timestamp with time zone '2000-01-01 00:00:00+00'")
                .executeUpdate());
    }

    @Test
    void ofNodesThatWantToSweepAtOnceOneDoes() {
        assertThat(Crowd.of(16, node -> hosts.lapses().takeTurn(clock.instant().plus(Sweep.TURN))))
                .filteredOn(taken -> taken)
                .hasSize(1);
    }

    @Test
    void aTurnIsFreeAgainAfterTheSweep() {
        hosts.sweep().inTurn();
        assertThat(hosts.lapses().takeTurn(clock.instant().plus(Sweep.TURN))).isTrue();
    }

    @Test
    void aNodeThatDiesInItsTurnHoldsUpTheOthersForThatTurnOnly() {
        assertThat(hosts.lapses().takeTurn(clock.instant().plus(Sweep.TURN))).isTrue();
        assertThat(hosts.lapses().takeTurn(clock.instant().plus(Sweep.TURN))).isFalse();
        clock.advance(Sweep.TURN);
        assertThat(hosts.lapses().takeTurn(clock.instant().plus(Sweep.TURN))).isTrue();
    }

    @Test
    void aNodeWhoseTurnWasTakenDoesNotGoOn() {
        Instant mine = clock.instant().plus(Sweep.TURN);
        assertThat(hosts.lapses().takeTurn(mine)).isTrue();
        clock.advance(Sweep.TURN);
        assertThat(hosts.lapses().takeTurn(clock.instant().plus(Sweep.TURN))).isTrue();
        assertThat(hosts.lapses().moveTurn(mine, mine.plus(Sweep.TURN))).isFalse();
    }
}
