package io.gatehouse.install.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnectionFixture;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.kernel.json.LenientObject;
import io.gatehouse.testkit.SetClock;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The sender, the id and the thread of Slack messages, in single workspaces and in those of an Enterprise organization.
 */
class SlackSenderTest {

    private static final String TEAM = "T012AB3C4";
    private static final String GRID = "E0GRID";

    private final SlackReader reader = new SlackReader(SetClock.some());

    @Test
    void inASingleWorkspaceTheAccountIsTeamAndUser() {
        InboundMessage message = only(read(TEAM, delivery(), event()));

        assertThat(message.sender()).isEqualTo(TEAM + ":U1");
        assertThat(message.aliases()).isEmpty();
    }

    @Test
    void inAnEnterpriseOrganizationTheAccountIsOrganizationAndUser() {
        for (String team : new String[] {"T0ONE", "T0TWO"}) {
            for (String user : new String[] {"W1", "U1"}) {
                InboundMessage message = only(read(
                        GRID,
                        delivery().add("team_id", team).add("enterprise_id", GRID),
                        event().add("team", team).add("user", user)));

                assertThat(message.sender()).isEqualTo(GRID + ":" + user);
                assertThat(message.aliases())
                        .as("the account by which earlier versions identified the person")
                        .containsExactly(new ChatMessage.Alias("slack_user_id", team + ":" + user));
            }
        }
    }

    @Test
    void theOrganizationIsReadFromTheInstallationIfTheBodyHasNone() {
        InboundMessage message = only(read(
                "T0ONE",
                delivery("T0ONE", GRID).add("team_id", "T0OTHER"),
                event().add("team", "T0ONE").add("user", "W1")));

        assertThat(message.sender()).isEqualTo(GRID + ":W1");
    }

    @Test
    void theOrganizationInTheInstallationOfTheSameWorkspaceIsRead() {
        InboundMessage message =
                only(read("T0ONE", delivery("T0ONE", GRID).add("team_id", "T0ONE"), event().add("team", "T0ONE")));

        assertThat(message.sender()).isEqualTo(GRID + ":U1");
        assertThat(message.aliases()).containsExactly(new ChatMessage.Alias("slack_user_id", "T0ONE:U1"));
    }

    @Test
    void theOrganizationOfAnotherWorkspacesInstallationIsIgnored() {
        InboundMessage message =
                only(read("T0OTHER", delivery("T0OTHER", GRID).add("team_id", "T0ONE"), event().add("team", "T0ONE")));

        assertThat(message.sender()).isEqualTo("T0ONE:U1");
    }

    @Test
    void aSenderFromAnotherCompanyDoesNotBelongToThisOrganization() {
        InboundMessage message = only(read(
                TEAM,
                delivery().add("enterprise_id", GRID),
                event().add("team", "T0THEIRS").add("user_team", "T0THEIRS")));

        assertThat(message.sender()).isEqualTo("T0THEIRS:U1");
        assertThat(message.aliases()).isEmpty();
    }

    @Test
    void anOrganizationInPlaceOfAWorkspaceIsPartOfTheAccount() {
        assertThat(only(read(GRID, delivery("", GRID), event().add("team", GRID).add("user", "W1")))
                        .sender())
                .isEqualTo(GRID + ":W1");
    }

    @Test
    void onlyDeliveriesForTheWorkspaceWithTheAppAreRead() {
        assertThat(read(TEAM, delivery(TEAM, "").add("team_id", "T0SHARED"), event())
                        .messages())
                .as("the event may happen in another workspace, as in shared channels")
                .hasSize(1);
        assertThat(read(TEAM, delivery("T0OTHER", ""), event()).items()).containsEntry("other_team", 1);
        assertThat(read("E0OTHER", delivery().add("enterprise_id", GRID), event())
                        .items())
                .containsEntry("other_team", 1);
        assertThat(read(GRID, delivery("", GRID), event()).messages()).hasSize(1);
    }

    @Test
    void aMessageHasOneIdInSeveralEventsAndTheIdIsUniquePerSender() {
        JsonObjectBuilder named = event().add("client_msg_id", "0ff1ce");
        String id = only(read(TEAM, delivery(), named)).id();
        String again = only(read(
                        TEAM,
                        delivery().add("event_id", "Ev2"),
                        event().add("client_msg_id", "0ff1ce").add("ts", "1749416999.000100")))
                .id();
        String ofAnother = only(read(
                        TEAM, delivery(), event().add("client_msg_id", "0ff1ce").add("user", "U2")))
                .id();

        assertThat(again).isEqualTo(id);
        assertThat(ofAnother).as("the sender's client chooses it").isNotEqualTo(id);
        assertThat(only(read(TEAM, delivery(), event())).id()).isEqualTo("Ev1");
    }

    @Test
    void anAppMentionIsNotAnsweredInAddition() {
        assertThat(read(TEAM, delivery().add("event_id", "Ev2"), event().add("type", "app_mention"))
                        .messages())
                .isEmpty();
    }

    @Test
    void theThreadOfAnAssistantIsRead() {
        JsonObjectBuilder assistant =
                Json.createObjectBuilder().add("action_token", "1.2").add("thread_ts", "1726133698.626339");
        assertThat(only(read(TEAM, delivery(), event().add("assistant_thread", assistant)))
                        .thread())
                .isEqualTo("1726133698.626339");
        assertThat(only(read(
                                TEAM,
                                delivery(),
                                event().add("thread_ts", "1749416300.000100")
                                        .add(
                                                "assistant_thread",
                                                Json.createObjectBuilder().add("thread_ts", "1.2"))))
                        .thread())
                .isEqualTo("1749416300.000100");
        assertThat(only(read(TEAM, delivery(), event().add("assistant_thread", "x")))
                        .thread())
                .isNull();
    }

    private Reading read(String teamId, JsonObjectBuilder delivery, JsonObjectBuilder event) {
        OpenConnection connection = OpenConnectionFixture.of(
                Platform.SLACK, "http://x", Map.of("teamId", teamId, "signingSecret", Deliveries.KEY));
        String body = delivery.add("event", event).build().toString();
        return reader.read(
                connection,
                LenientObject.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    private static InboundMessage only(Reading reading) {
        assertThat(reading.messages()).as(reading.items().toString()).hasSize(1);
        return reading.messages().get(0);
    }

    private static JsonObjectBuilder delivery() {
        return Json.createObjectBuilder()
                .add("type", "event_callback")
                .add("team_id", TEAM)
                .add("event_id", "Ev1");
    }

    /** A delivery for an installation; an empty id is omitted. */
    private static JsonObjectBuilder delivery(String team, String enterprise) {
        JsonObjectBuilder authorization =
                Json.createObjectBuilder().add("user_id", "U0BOT").add("is_bot", true);
        if (team.isEmpty()) {
            authorization.addNull("team_id").add("is_enterprise_install", true);
        } else {
            authorization.add("team_id", team);
        }
        if (enterprise.isEmpty()) {
            authorization.addNull("enterprise_id");
        } else {
            authorization.add("enterprise_id", enterprise);
        }
        return delivery().add("authorizations", Json.createArrayBuilder().add(authorization));
    }

    private static JsonObjectBuilder event() {
        return Json.createObjectBuilder()
                .add("type", "message")
                .add("channel_type", "im")
                .add("channel", "D024BE91L")
                .add("user", "U1")
                .add("team", TEAM)
                .add("ts", "1749416383.000200")
                .add("text", "Hello");
    }
}
