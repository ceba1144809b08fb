package io.gatehouse.example.echo;

import jakarta.json.JsonObject;

/**
 * What Gatehouse answered to a registration.
 *
 * @param token acts as this agent and nobody else
 * @param generation names this registration among all on its host
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
