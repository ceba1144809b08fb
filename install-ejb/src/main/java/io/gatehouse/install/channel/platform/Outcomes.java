package io.gatehouse.install.channel.platform;

import io.gatehouse.install.channel.http.ApiAnswer;

/** Interprets outcomes of calls that have the same meaning on every platform. */
final class Outcomes {

    private Outcomes() {}

    /** Returns the outcome of a call without an answer. */
    static Delivery unanswered(ApiAnswer answer) {
        if (answer instanceof ApiAnswer.NotSent notSent) {
            return new Delivery.NotYet("not reached: " + notSent.why());
        }
        if (answer instanceof ApiAnswer.Unknown unknown) {
            return new Delivery.Unknown("no answer: " + unknown.why());
        }
        throw new IllegalArgumentException("the call was answered: " + answer);
    }

    /**
     * Returns the outcome of an unsuccessful answer. A credential that is not accepted can be corrected, and a server
     * error can disappear; any other error is caused by the message and permanent.
     */
    static Delivery failed(ApiAnswer.Answered answer, String why) {
        String reason = "status " + answer.status() + (why.isEmpty() ? "" : ": " + why);
        if (answer.status() == 429) {
            return new Delivery.TooMuch(answer.retryAfter(), reason);
        }
        if (answer.status() == 503 && answer.retryAfter() != null) {
            return new Delivery.TooMuch(answer.retryAfter(), reason);
        }
        if (answer.status() == 502 || answer.status() == 504) {
            // The answer of a gateway; the server behind it may have accepted the message.
            return new Delivery.Unknown(reason);
        }
        return answer.status() >= 500 || answer.status() == 401 || answer.status() == 408
                ? new Delivery.NotYet(reason)
                : new Delivery.Refused(reason);
    }
}
