package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.OutgoingMessage;
import io.gatehouse.web.edge.json.JsonBody;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code POST /bridge/v1/messages}. */
@Schema(requiredProperties = {"room_id", "body"})
record MessageRequest(
        @JsonbProperty("room_id") @Schema(name = "room_id", description = "For instance !opaque:server")
        String roomId,

        String body,

        @Schema(description = "m.text (the default), m.notice or m.emote")
        String msgtype,

        @JsonbProperty("formatted_body")
        @Schema(name = "formatted_body", description = "HTML, as allowed by Matrix's org.matrix.custom.html")
        @Nullable String formattedBody,

        @JsonbProperty("reply_to")
        @Schema(name = "reply_to", description = "The id of the event that this message answers")
        @Nullable String replyTo,

        @Schema(description = "User ids; in local rooms, mentioned agents join the room")
        List<String> mentions,

        @JsonbProperty("txn_id")
        @Schema(name = "txn_id", description = "Makes a retry return the same event id")
        @Nullable String txnId,

        @JsonbProperty("agent_user_id")
        @Schema(name = "agent_user_id", description = "The agent on whose behalf the call is made; required from hosts")
        @Nullable String agentUserId) {

    private static final Set<String> TYPES = Set.of("m.text", "m.notice", "m.emote");

    /** A visible character: not a space, format or control character. Chat platforms refuse texts without one. */
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cf}\\p{Cc}]");

    private static final int MAX_ID_LENGTH = 255;
    private static final int MAX_MENTIONS = 100;

    static MessageRequest from(JsonBody body) {
        String type = body.optionalText("msgtype", MAX_ID_LENGTH);
        MessageRequest request = new MessageRequest(
                RoomIds.from(body),
                body.anyText("body", Integer.MAX_VALUE),
                type == null ? "m.text" : type,
                body.optionalText("formatted_body", Integer.MAX_VALUE),
                body.optionalText("reply_to", MAX_ID_LENGTH),
                body.optionalTexts("mentions", MAX_MENTIONS, MAX_ID_LENGTH),
                body.optionalText("txn_id", MAX_ID_LENGTH),
                body.optionalText("agent_user_id", MAX_ID_LENGTH));
        if (body.holds("body") && !VISIBLE.matcher(request.body).find()) {
            body.fault("body", "must not be blank");
        }
        if (type != null && !TYPES.contains(type)) {
            body.fault("msgtype", "must be m.text, m.notice or m.emote");
        }
        if (request.replyTo != null && !request.replyTo.startsWith("$")) {
            body.fault("reply_to", "must be an event id, which begins with $");
        }
        if (request.txnId != null && request.txnId.isBlank()) {
            body.fault("txn_id", "must not be blank");
        }
        body.refuseFaults();
        return request;
    }

    OutgoingMessage toMessage() {
        return new OutgoingMessage(roomId, body, msgtype, formattedBody, replyTo, mentions, txnId);
    }

    /** Keeps what people say out of logs. */
    @Override
    public String toString() {
        return "MessageRequest[" + roomId + "]";
    }
}
