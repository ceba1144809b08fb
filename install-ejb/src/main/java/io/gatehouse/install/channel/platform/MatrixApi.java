package io.gatehouse.install.channel.platform;

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
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.fault.DatabaseBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends to Matrix rooms through the application service of the registry. The sender is the agent that serves the
 * template, which is in the room anyway. The transaction id makes sending idempotent: a message that is sent several
 * times appears once.
 */
@ApplicationScoped
class MatrixApi implements PlatformApi {

    private static final Logger LOG = Logger.getLogger(MatrixApi.class.getName());
    private static final Duration SHORT = Duration.ofSeconds(1);

    private ServingAgents serving;
    private AgentSenders senders;
    private Messages messages;
    private RoomSuccessors successors;
    private boolean homeserver;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected MatrixApi() {}

    @Inject
    MatrixApi(
            ServingAgents serving,
            AgentSenders senders,
            Messages messages,
            RoomSuccessors successors,
            Settings settings) {
        this.serving = serving;
        this.senders = senders;
        this.messages = messages;
        this.successors = successors;
        this.homeserver = settings.matrix().isPresent();
    }

    @Override
    public Platform platform() {
        return Platform.MATRIX;
    }

    /** In UTF-16 units; well below the maximum size of an event, in any script. */
    @Override
    public int maxTextLength() {
        return 16_000;
    }

    /** A typing notification succeeds only if the agent is in the room. */
    @Override
    public ConnectionCheck check(OpenConnection connection) {
        Findings findings = new Findings();
        findings.judge(
                "homeserver",
                homeserver,
                homeserver ? "A homeserver is configured." : "No homeserver is configured: set gatehouse.matrix.*.");
        Optional<AgentSender> sender = sender(connection);
        findings.judge(
                "agent",
                sender.isPresent(),
                sender.map(it -> it.userId() + " serves the template.")
                        .orElse("No registered agent serves the template: messages have nobody to go to."));
        Optional<String> room = connection.settings().find(SettingField.ROOM_ID);
        if (sender.isPresent() && room.isPresent()) {
            SendResult result = messages.type(sender.get(), room.get(), false, SHORT);
            boolean isJoined = result instanceof SendResult.Sent;
            findings.judge("room", isJoined, isJoined ? "The agent is in the room." : "The agent is not in the room.");
        }
        return findings.toCheck();
    }

    @Override
    public Delivery send(OpenConnection connection, Outgoing message) {
        try {
            return deliver(connection, message);
        } catch (DatabaseAwayException | DatabaseBusyException e) {
            return new Delivery.NotYet("the registry does not answer");
        } catch (RuntimeException e) {
            // Retrying is safe even if the message was sent: it has the same transaction id.
            LOG.log(Level.WARNING, e, () -> "message " + message.id() + " is delayed: the registry failed");
            return new Delivery.NotYet("the registry does not answer");
        }
    }

    private Delivery deliver(OpenConnection connection, Outgoing message) {
        Optional<AgentSender> sender = sender(connection);
        if (sender.isEmpty()) {
            return new Delivery.NotYet("no registered agent serves the template");
        }
        SendResult result = sendText(sender.get(), message.chat(), message.text(), "reply-" + message.id());
        if (result instanceof SendResult.Forbidden || result instanceof SendResult.UnknownRoom) {
            // If the room was replaced after the message was stored, the message goes to the successor.
            result = successors
                    .of(sender.get().agentId(), message.chat())
                    .map(room -> sendText(sender.get(), room, message.text(), "reply-" + message.id() + "-on"))
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

    private SendResult sendText(AgentSender sender, String room, String text, String transactionId) {
        return messages.send(sender, new OutgoingMessage(room, text, "m.text", null, null, List.of(), transactionId));
    }

    private Optional<AgentSender> sender(OpenConnection connection) {
        return serving.servingAgentOf(connection.templateAgentId())
                .map(ServingAgent::userId)
                .flatMap(agent -> senders.find(agent.value()))
                .map(HostedAgent::speaker);
    }
}
