package io.gatehouse.registry.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which node has the turn to sweep. {@code LeasesTest} covers the effect of a sweep. */
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
    void ofConcurrentNodesOneSweeps() {
        assertThat(Crowd.of(
                        16, node -> hosts.leaseExpiry().takeTurn(clock.instant().plus(Sweep.TURN))))
                .filteredOn(taken -> taken)
                .hasSize(1);
    }

    @Test
    void aTurnIsFreeAgainAfterTheSweep() {
        hosts.sweep().inTurn();
        assertThat(hosts.leaseExpiry().takeTurn(clock.instant().plus(Sweep.TURN)))
                .isTrue();
    }

    @Test
    void aNodeThatDiesDuringItsTurnDelaysTheOthersByOneTurn() {
        assertThat(hosts.leaseExpiry().takeTurn(clock.instant().plus(Sweep.TURN)))
                .isTrue();
        assertThat(hosts.leaseExpiry().takeTurn(clock.instant().plus(Sweep.TURN)))
                .isFalse();
        clock.advance(Sweep.TURN);
        assertThat(hosts.leaseExpiry().takeTurn(clock.instant().plus(Sweep.TURN)))
                .isTrue();
    }

    @Test
    void aNodeThatLostItsTurnStops() {
        Instant mine = clock.instant().plus(Sweep.TURN);
        assertThat(hosts.leaseExpiry().takeTurn(mine)).isTrue();
        clock.advance(Sweep.TURN);
        assertThat(hosts.leaseExpiry().takeTurn(clock.instant().plus(Sweep.TURN)))
                .isTrue();
        assertThat(hosts.leaseExpiry().moveTurn(mine, mine.plus(Sweep.TURN))).isFalse();
    }
}
