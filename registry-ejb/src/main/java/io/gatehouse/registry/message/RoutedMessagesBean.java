package io.gatehouse.registry.message;

import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.contract.chat.RoutedMessages;
import io.gatehouse.contract.message.ChatOrigin;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Adds routed messages to the inbox of the serving agent, as text events of their chat. */
@Stateless
@Local(RoutedMessages.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RoutedMessagesBean implements RoutedMessages {

    private static final String EVENT_TYPE = "m.room.message";

    private ServingAgents serving;
    private InboxStore inbox;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RoutedMessagesBean() {}

    @Inject
    public RoutedMessagesBean(ServingAgents serving, InboxStore inbox) {
        this.serving = serving;
        this.inbox = inbox;
    }

    @Override
    public boolean deliver(RoutedMessage message) {
        Optional<ServingAgent> agent = serving.servingAgentOf(message.templateAgentId());
        agent.ifPresent(it -> inbox.deliver(
                it.agentId(),
                new InboxMessage(
                        message.eventId(),
                        message.roomId(),
                        message.sender(),
                        EVENT_TYPE,
                        content(message.text()),
                        message.sentAt(),
                        new ChatOrigin(
                                message.route().agentId(), message.route().organizationId()))));
        return agent.isPresent();
    }

    private static String content(String text) {
        return JsonObjects.builder()
                .add("msgtype", "m.text")
                .add("body", text)
                .build()
                .toString();
    }
}
