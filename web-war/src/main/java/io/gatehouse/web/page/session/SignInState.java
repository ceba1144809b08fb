package io.gatehouse.web.page.session;

import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.web.oauth.oidc.SignInAttempt;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A started sign-in. It travels through the provider and back as the sealed {@code state} parameter. */
record SignInState(SignInAttempt attempt, ReturnPath returnPath, Instant startedAt) {

    byte[] toBytes() {
        return JsonObjects.builder()
                .add("nonce", attempt.nonce())
                .add("verifier", attempt.verifier())
                .add("return", returnPath.text())
                .add("started", startedAt.getEpochSecond())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static SignInState from(byte[] bytes) {
        JsonObject json = JsonObjects.read(bytes);
        return new SignInState(
                new SignInAttempt(json.getString("nonce"), json.getString("verifier")),
                ReturnPath.of(json.getString("return")),
                Instant.ofEpochSecond(json.getJsonNumber("started").longValueExact()));
    }
}
