package io.gatehouse.install.gateway;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.install.held.Envelope;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** The part of a gateway's message that is delivered to the agent, and that is stored while the message is held. */
record HeldGatewayMessage(String platform, String platformUserId, String messageId, String text) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static HeldGatewayMessage of(ChatMessage message) {
        return new HeldGatewayMessage(
                message.platform(), message.platformUserId(), message.messageId(), message.text());
    }

    static Envelope envelope(ChatMessage message) {
        return new Envelope(null, () -> JSON.createObjectBuilder()
                .add("platform", message.platform())
                .add("platformUserId", message.platformUserId())
                .add("messageId", message.messageId())
                .add("text", message.text())
                .build()
                .toString());
    }

    static HeldGatewayMessage fromJson(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new HeldGatewayMessage(
                    json.getString("platform"),
                    json.getString("platformUserId"),
                    json.getString("messageId"),
                    json.getString("text"));
        }
    }

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "HeldGatewayMessage[" + platform + ", " + messageId + "]";
    }
}
