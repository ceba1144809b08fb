package io.gatehouse.blackbox.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** An HTTP response. Failed assertions name the request. */
public final class Answer {

    private final String request;
    private final int status;
    private final HttpHeaders headers;
    private final String body;

    /** @param request its description in failure messages */
    Answer(String request, int status, HttpHeaders headers, String body) {
        this.request = request;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Answer from(HttpResponse<String> response) {
        return new Answer(
                response.request().method() + " " + response.request().uri(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    public int status() {
        return status;
    }

    public String text() {
        return body;
    }

    /** The first value of the header; empty if it is missing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public List<String> headers(String name) {
        return headers.allValues(name);
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new AssertionError("not a JSON object: " + this, e);
        }
    }

    public Answer expecting(int status) {
        assertThat(this.status).as(toString()).isEqualTo(status);
        return this;
    }

    /** Expects a problem (RFC 9457) of this status and code, with all members that the contract requires. */
    public Answer expectingProblem(int status, String code) {
        expecting(status);
        assertThat(header("Content-Type")).as(toString()).startsWith("application/problem+json");
        JsonObject problem = json();
        assertThat(problem.getString("type", "")).as(toString()).isEqualTo("urn:gatehouse:problem:" + code);
        assertThat(problem.getInt("status", 0)).as(toString()).isEqualTo(status);
        assertThat(problem.getString("title", "")).as(toString()).isNotEmpty();
        return this;
    }

    /** Expects an OAuth error (RFC 6749 section 5.2). */
    public Answer expectingOAuthError(int status, String error) {
        expecting(status);
        assertThat(header("Content-Type")).as(toString()).startsWith("application/json");
        assertThat(json().getString("error", "")).as(toString()).isEqualTo(error);
        assertThat(json().getString("error_description", "")).as(toString()).isNotEmpty();
        return this;
    }

    /** Expects a Matrix error (client-server API, "Standard error response"). */
    public Answer expectingMatrixError(int status, String code) {
        expecting(status);
        assertThat(header("Content-Type")).as(toString()).startsWith("application/json");
        assertThat(json().getString("errcode", "")).as(toString()).isEqualTo(code);
        assertThat(json().getString("error", "")).as(toString()).isNotEmpty();
        return this;
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + (body.length() > 500 ? body.substring(0, 500) + "…" : body);
    }
}
