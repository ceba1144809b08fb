package io.gatehouse.example.echo;

import jakarta.json.JsonObject;

/**
 * The result of a registration.
 *
 * @param token acts as this agent only
 * @param generation the number of this registration on its host
 */
record Registration(String agentUserId, String token, long generation) {

    static Registration from(JsonObject answer) {
        return new Registration(
                answer.getString("agent_user_id"),
                answer.getString("bridge_token"),
                answer.getJsonNumber("generation").longValueExact());
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "Registration[" + agentUserId + ", " + generation + "]";
    }
}
