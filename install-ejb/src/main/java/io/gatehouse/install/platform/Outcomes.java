package io.gatehouse.install.platform;

import io.gatehouse.install.http.ApiAnswer;

/** What answers mean that every platform means alike. */
final class Outcomes {

    private Outcomes() {}

    /** Of a call that got no answer. */
    static Delivery unanswered(ApiAnswer answer) {
        if (answer instanceof ApiAnswer.NotSent notSent) {
            return new Delivery.NotYet("not reached: " + notSent.why());
        }
        if (answer instanceof ApiAnswer.Unknown unknown) {
            return new Delivery.Unknown("no answer: " + unknown.why());
        }
        throw new IllegalArgumentException("it was answered: " + answer);
    }

    /**
     * Of an answer that is no success. A credential that is not accepted may be put right, and what stands in the way of
     * a server may go away; anything else that is the message's fault stays so.
     */
    static Delivery failed(ApiAnswer.Answered answer, String why) {
        String said = "status " + answer.status() + (why.isEmpty() ? "" : ": " + why);
        if (answer.status() == 429) {
            return new Delivery.TooMuch(answer.retryAfter(), said);
        }
        if (answer.status() == 503 && answer.retryAfter() != null) {
            return new Delivery.TooMuch(answer.retryAfter(), said);
        }
        if (answer.status() == 502 || answer.status() == 504) {
            // A gateway says so, and not who is behind it.
            return new Delivery.Unknown(said);
        }
        return answer.status() >= 500 || answer.status() == 401 || answer.status() == 408
                ? new Delivery.NotYet(said)
                : new Delivery.Refused(said);
    }
}
