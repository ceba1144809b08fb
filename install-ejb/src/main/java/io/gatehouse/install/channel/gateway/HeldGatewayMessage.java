package io.gatehouse.install.channel.gateway;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.install.claim.held.Envelope;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonObject;

/** The part of a gateway's message that is delivered to the agent, and that is stored while the message is held. */
record HeldGatewayMessage(String platform, String platformUserId, String messageId, String text) {

    static HeldGatewayMessage of(ChatMessage message) {
        return new HeldGatewayMessage(
                message.platform(), message.platformUserId(), message.messageId(), message.text());
    }

    static Envelope envelope(ChatMessage message) {
        return new Envelope(null, () -> JsonObjects.builder()
                .add("platform", message.platform())
                .add("platformUserId", message.platformUserId())
                .add("messageId", message.messageId())
                .add("text", message.text())
                .build()
                .toString());
    }

    static HeldGatewayMessage fromJson(String text) {
        JsonObject json = JsonObjects.read(text);
        return new HeldGatewayMessage(
                json.getString("platform"),
                json.getString("platformUserId"),
                json.getString("messageId"),
                json.getString("text"));
    }

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "HeldGatewayMessage[" + platform + ", " + messageId + "]";
    }
}
