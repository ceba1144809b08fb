package io.gatehouse.contract.webhook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it came, before anybody has looked into it.
 *
 * @param headers by their names in lower case
 * @param body every byte of it
 */
@SuppressWarnings("ArrayRecordComponent") // what was signed are the bytes; never compared
public record WebhookDelivery(Map<String, String> headers, byte[] body) {

    public WebhookDelivery {
        headers = Map.copyOf(headers);
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Keeps what is delivered, and what vouches for it, out of logs. */
    @Override
    public String toString() {
        return "WebhookDelivery[" + body.length + " bytes]";
    }
}
