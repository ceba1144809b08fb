package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderRecordsTest {

    private final MatrixTwin twin = new MatrixTwin();
    private final Settings settings = TestHomeserver.settings(twin.uri(), Map.of());
    private final SenderRecords records = new SenderRecords(TestHomeserver.client(settings), settings);

    @AfterEach
    void stop() {
        twin.close();
    }

    @Test
    void writtenDataIsReadAndMissingDataIsEmpty() {
        String content = "{\"sealed\":\"" + "Zz09".repeat(15_000) + "\"}";

        assertThat(records.read("io.gatehouse.a")).isEqualTo(new Done<>(Optional.empty()));
        assertThat(records.write("io.gatehouse.a", "{}")).isInstanceOf(Done.class);
        assertThat(records.write("io.gatehouse.a", content)).isInstanceOf(Done.class);
        assertThat(records.read("io.gatehouse.a")).isEqualTo(new Done<>(Optional.of(content)));
        assertThat(records.read("io.gatehouse.b")).isEqualTo(new Done<>(Optional.empty()));
    }

    @Test
    void theOwnerIsTheBot() {
        assertThat(records.owner()).isEqualTo(MatrixTwin.BOT);
    }

    @Test
    void theRoomsThatAnAgentJoinedAreReturned() {
        AgentUserId agent = new AgentUserId("@agent-echo-web1:" + MatrixTwin.SERVER_NAME);
        assertThat(TestHomeserver.of(settings).ensureUser(agent, null)).isInstanceOf(Done.class);
        assertThat(records.joinedRooms(agent)).isEqualTo(new Done<>(Set.of()));

        String room = twin.room(agent.value());

        assertThat(records.joinedRooms(agent)).isEqualTo(new Done<>(Set.of(room)));
    }

    @Test
    void anUnknownUserIsInNoRoom() {
        assertThat(records.joinedRooms(new AgentUserId("@agent-new-web1:" + MatrixTwin.SERVER_NAME)))
                .isEqualTo(new Done<>(Set.of()));
    }

    @Test
    void anUnreachableHomeserverDiffersFromMissingData() {
        twin.close();

        assertThat(records.read("io.gatehouse.a")).isInstanceOf(Unavailable.class);
        assertThat(records.write("io.gatehouse.a", "{}")).isInstanceOf(Unavailable.class);
    }
}
