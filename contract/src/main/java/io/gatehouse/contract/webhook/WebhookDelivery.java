package io.gatehouse.contract.webhook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as received, before it is parsed.
 *
 * @param headers by lower-case name
 * @param body the raw bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the raw bytes are signed; never compared
public record WebhookDelivery(Map<String, String> headers, byte[] body) {

    public WebhookDelivery {
        headers = Map.copyOf(headers);
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Keeps body and credentials out of logs. */
    @Override
    public String toString() {
        return "WebhookDelivery[" + body.length + " bytes]";
    }
}
