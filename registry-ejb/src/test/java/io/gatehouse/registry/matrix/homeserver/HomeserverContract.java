package io.gatehouse.registry.matrix.homeserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Reason;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.testkit.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tests that every implementation of {@link Homeserver} passes. */
public interface HomeserverContract {

    String MESSAGE = "m.room.message";
    Duration SECONDS = Duration.ofSeconds(30);

    /** The implementation under test. */
    Homeserver homeserver();

    /** A registered agent with a new name; {@code ensureUser} was not called for it. */
    AgentUserId agent();

    /** A room that any {@link #agent()} can join by sending a message, without members except those needed for that. */
    String room();

    /** The contents of the messages that others sent to that room, as that agent received them, in order. */
    List<String> received(AgentUserId agent, String roomId);

    @Test
    default void ensuringAUserTwiceSucceeds() {
        AgentUserId agent = agent();

        assertThat(homeserver().ensureUser(agent, null)).isInstanceOf(Done.class);
        assertThat(homeserver().ensureUser(agent, "Echo ☕")).isInstanceOf(Done.class);
        assertThat(homeserver().ensureUser(agent, "Echo ☕")).isInstanceOf(Done.class);
    }

    @Test
    default void concurrentCallsForOneUserAllSucceed() {
        AgentUserId agent = agent();

        assertThat(Crowd.of(4, number -> homeserver().ensureUser(agent, "Echo")))
                .allMatch(Done.class::isInstance);
    }

    @Test
    default void aMessageReachesTheMembersExceptItsSender() {
        AgentUserId ada = user();
        AgentUserId bob = user();
        String room = room();
        String greeting = text("I am here");
        String content = text("Grüße 🚪");

        assertThat(send(bob, room, greeting)).startsWith("$");
        assertThat(send(ada, room, content)).startsWith("$");

        assertThat(received(bob, room)).singleElement().isEqualTo(content);
        assertThat(received(ada, room)).doesNotContain(content);
    }

    @Test
    default void typingJoinsTheRoom() {
        AgentUserId ada = user();
        AgentUserId bob = user();
        String room = room();

        assertThat(homeserver().setTyping(bob, room, true, SECONDS)).isInstanceOf(Done.class);
        assertThat(homeserver().setTyping(bob, room, false, SECONDS)).isInstanceOf(Done.class);
        String eventId = send(ada, room, text("hello"));

        assertThat(eventId).startsWith("$");
        assertThat(received(bob, room)).contains(text("hello"));
    }

    @Test
    default void joiningTwiceSucceeds() {
        AgentUserId ada = user();
        AgentUserId bob = user();
        String room = room();

        assertThat(homeserver().join(bob, room)).isInstanceOf(Done.class);
        assertThat(homeserver().join(bob, room)).isInstanceOf(Done.class);
        String eventId = send(ada, room, text("hello"));

        assertThat(eventId).startsWith("$");
        assertThat(received(bob, room)).contains(text("hello"));
    }

    @Test
    default void aRepeatedTransactionSendsNothingAndReturnsTheSameEvent() {
        AgentUserId ada = user();
        AgentUserId bob = user();
        String room = room();
        assertThat(send(bob, room, text("I am here"))).isNotEmpty();
        String transaction = UUID.randomUUID().toString();

        String first = send(ada, room, text("once"), transaction);
        String second = send(ada, room, text("once"), transaction);

        assertThat(second).isEqualTo(first);
        assertThat(received(bob, room)).containsOnlyOnce(text("once"));
    }

    @Test
    default void ofConcurrentSendsOfOneTransactionOneIsSent() {
        AgentUserId ada = user();
        AgentUserId bob = user();
        String room = room();
        assertThat(send(bob, room, text("I am here"))).isNotEmpty();
        assertThat(send(ada, room, text("so am I"))).isNotEmpty();
        String transaction = UUID.randomUUID().toString();

        List<String> events = Crowd.of(4, number -> send(ada, room, text("once"), transaction));

        assertThat(events).containsOnly(events.get(0));
        assertThat(received(bob, room)).containsOnlyOnce(text("once"));
    }

    @Test
    default void transactionIdsOfUsersAreIndependent() {
        AgentUserId ada = user();
        AgentUserId bob = user();
        String room = room();
        String transaction = UUID.randomUUID().toString();

        assertThat(send(ada, room, text("mine"), transaction)).isNotEqualTo(send(bob, room, text("mine"), transaction));
    }

    @Test
    default void messagesArriveInTheOrderInWhichTheyWereSent() {
        AgentUserId ada = user();
        AgentUserId bob = user();
        String room = room();
        assertThat(send(bob, room, text("I am here"))).isNotEmpty();
        List<String> contents = List.of(text("one"), text("two"), text("three"), text("four"));

        contents.forEach(content -> assertThat(send(ada, room, content)).startsWith("$"));

        assertThat(received(bob, room)).containsSubsequence(contents);
    }

    @Test
    default void anInvalidRoomIdIsRefused() {
        AgentUserId ada = user();

        assertThat(homeserver().send(ada, "!" + "x".repeat(300) + ":nowhere", MESSAGE, text("hello"), "1"))
                .isInstanceOf(Refused.class);
        assertThat(homeserver().join(ada, "!" + "x".repeat(300) + ":nowhere")).isInstanceOf(Refused.class);
        assertThat(homeserver().setTyping(ada, "!" + "x".repeat(300) + ":nowhere", true, SECONDS))
                .isInstanceOf(Refused.class);
    }

    @Test
    default void contentLargerThanAnEventIsRefusedAsTooLarge() {
        AgentUserId ada = user();
        String room = room();

        assertThat(homeserver().send(ada, room, MESSAGE, text("x".repeat(70_000)), "large"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.EVENT_TOO_LARGE));
    }

    private AgentUserId user() {
        AgentUserId agent = agent();
        assertThat(homeserver().ensureUser(agent, null)).isInstanceOf(Done.class);
        return agent;
    }

    private String send(AgentUserId sender, String room, String content) {
        return send(sender, room, content, UUID.randomUUID().toString());
    }

    private String send(AgentUserId sender, String room, String content, String transactionId) {
        HomeserverAnswer<String> answer = homeserver().send(sender, room, MESSAGE, content, transactionId);
        assertThat(answer).isInstanceOf(Done.class);
        return Objects.requireNonNull(((Done<String>) answer).value());
    }

    /** Returns a text message's content. The text must not contain characters that JSON escapes. */
    static String text(String body) {
        return "{\"msgtype\":\"m.text\",\"body\":\"" + body + "\",\"m.mentions\":{}}";
    }
}
