package io.gatehouse.install.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.AgentSenders;
import io.gatehouse.contract.message.HostedAgent;
import io.gatehouse.contract.message.Messages;
import io.gatehouse.contract.message.OutgoingMessage;
import io.gatehouse.contract.message.RoomSuccessors;
import io.gatehouse.contract.message.SendResult;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.connection.SettingField;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Matrix, by the application service of the registry. What is said to people there is said by the agent that serves the
 * template: it is in the room anyway. The transaction id makes it exact: however often a message is sent, it is there once.
 */
@ApplicationScoped
class MatrixApi implements PlatformApi {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private ServingAgents serving;
    private AgentSenders speakers;
    private Messages messages;
    private RoomSuccessors successors;
    private boolean homeserver;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MatrixApi() {}

    @Inject
    MatrixApi(
            ServingAgents serving,
            AgentSenders speakers,
            Messages messages,
            RoomSuccessors successors,
            Settings settings) {
        this.serving = serving;
        this.speakers = speakers;
        this.messages = messages;
        this.successors = successors;
        this.homeserver = settings.matrix().isPresent();
    }

    @Override
    public Platform platform() {
        return Platform.MATRIX;
    }

    /** Well below the size of an event, in whatever script. */
    @Override
    public int longestText() {
        return 16_000;
    }

    /** That the agent can stop typing in the room shows that it is in there. */
    @Override
    public ConnectionCheck check(OpenConnection connection) {
        Findings findings = new Findings();
        findings.judge(
                "homeserver",
                homeserver,
                homeserver ? "A homeserver is configured." : "No homeserver is configured: set gatehouse.matrix.*.");
        Optional<AgentSender> speaker = speaker(connection);
        findings.judge(
                "agent",
                speaker.isPresent(),
                speaker.map(it -> it.userId() + " serves the template.")
                        .orElse("No registered agent serves the template: messages have nobody to go to."));
        Optional<String> room = connection.settings().find(SettingField.ROOM_ID);
        if (speaker.isPresent() && room.isPresent()) {
            SendResult result = messages.type(speaker.get(), room.get(), false, SHORT);
            boolean there = result instanceof SendResult.Sent;
            findings.judge("room", there, there ? "The agent is in the room." : "The agent is not in the room.");
        }
        return findings.toCheck();
    }

    @Override
    public Delivery send(OpenConnection connection, Outgoing message) {
        try {
            return say(connection, message);
        } catch (EJBException | PersistenceException | DatabaseAwayException | DatabaseBusyException e) {
            // Even if it went out: once more is the same message.
            return new Delivery.NotYet("the registry does not answer");
        }
    }

    private Delivery say(OpenConnection connection, Outgoing message) {
        Optional<AgentSender> speaker = speaker(connection);
        if (speaker.isEmpty()) {
            return new Delivery.NotYet("no registered agent serves the template");
        }
        SendResult result = say(speaker.get(), message.chat(), message.text(), "reply-" + message.id());
        if (result instanceof SendResult.Forbidden || result instanceof SendResult.UnknownRoom) {
            // It was said in a room that has been replaced since: what was refused there goes to its successor.
            result = successors
                    .of(speaker.get().agentId(), message.chat())
                    .map(room -> say(speaker.get(), room, message.text(), "reply-" + message.id() + "-on"))
                    .orElse(result);
        }
        if (result instanceof SendResult.Sent sent) {
            return new Delivery.Sent(sent.eventId());
        }
        if (result instanceof SendResult.Unavailable outage) {
            return new Delivery.TooMuch(outage.retryAfter(), outage.why());
        }
        return new Delivery.Refused(result.getClass().getSimpleName());
    }

    private SendResult say(AgentSender speaker, String room, String text, String transactionId) {
        return messages.send(speaker, new OutgoingMessage(room, text, "m.text", null, null, List.of(), transactionId));
    }

    private Optional<AgentSender> speaker(OpenConnection connection) {
        return serving.servingAgentOf(connection.templateAgentId())
                .map(ServingAgent::userId)
                .flatMap(agent -> speakers.find(agent.value()))
                .map(HostedAgent::speaker);
    }
}
