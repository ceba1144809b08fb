package io.gatehouse.example.echo;

import jakarta.json.JsonObject;

/**
 * A message from the agent's inbox.
 *
 * @param position its position in the inbox
 */
record IncomingMessage(long position, String eventId, String roomId, String sender, String messageType, String body) {

    static IncomingMessage from(JsonObject message) {
        return new IncomingMessage(
                message.getJsonNumber("position").longValueExact(),
                message.getString("event_id"),
                message.getString("room_id"),
                message.getString("sender"),
                message.getString("msgtype", ""),
                message.getString("body", ""));
    }

    boolean isText() {
        return messageType.equals("m.text") && !body.isEmpty();
    }
}
