package io.gatehouse.contract.webhook;

import java.util.UUID;

/** Receives deliveries of chat platforms. Every delivery must be proved to be the platform's. */
public interface Webhooks {

    /**
     * Verifies the proof over the raw bytes before anything is parsed, and stores the messages in one transaction.
     * Processes no message before it returns.
     *
     * @param platform the wire name; a connection of another platform is unknown
     */
    WebhookResult take(String platform, UUID connectionId, WebhookDelivery delivery);

    /** Whether the token is the verify token of this WhatsApp connection. */
    boolean isVerifyToken(UUID connectionId, String token);
}
