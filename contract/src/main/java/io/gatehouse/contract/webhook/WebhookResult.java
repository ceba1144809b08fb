package io.gatehouse.contract.webhook;

/** The result of a delivery. */
public sealed interface WebhookResult {

    /** Its messages are stored and will be processed soon; messages that were delivered before are ignored. */
    record Taken() implements WebhookResult {}

    /** The platform verifies the address and expects its challenge back. */
    record Challenged(String challenge) implements WebhookResult {}

    /** The connection does not exist or is disabled. */
    record UnknownConnection() implements WebhookResult {}

    /** The proof is wrong, or the delivery is too old. */
    record NotGenuine() implements WebhookResult {}

    /** The proof is right, but the body is not a delivery. */
    record Malformed() implements WebhookResult {}
}
