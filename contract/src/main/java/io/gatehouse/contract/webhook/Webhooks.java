package io.gatehouse.contract.webhook;

import java.util.UUID;

/** Takes what chat platforms deliver. There is no way to have a delivery taken that is not proved to be the platform's. */
public interface Webhooks {

    /**
     * Takes a delivery: its proof is judged over the bytes, before anything of it is read, and its messages are stored in
     * one transaction. Nothing is worked off before this returns.
     *
     * @param platform as on the wire; a connection of another platform is unknown
     */
    WebhookResult take(String platform, UUID connectionId, WebhookDelivery delivery);

    /** Whether a WhatsApp connection is the one that this token was agreed on for. */
    boolean isVerifyToken(UUID connectionId, String token);
}
