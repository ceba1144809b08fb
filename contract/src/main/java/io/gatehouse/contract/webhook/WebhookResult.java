package io.gatehouse.contract.webhook;

/** What became of a delivery. */
public sealed interface WebhookResult {

    /** All that is of use in it lasts, and is worked off soon; what came before is not taken again. */
    record Taken() implements WebhookResult {}

    /** The platform asks whether anybody is here, and wants its word back. */
    record Challenged(String challenge) implements WebhookResult {}

    /** There is no such connection, or it is off. */
    record UnknownConnection() implements WebhookResult {}

    /** It is not the platform's, or too old. */
    record NotGenuine() implements WebhookResult {}

    /** The platform's key is right, and what it vouches for is no delivery. */
    record Malformed() implements WebhookResult {}
}
