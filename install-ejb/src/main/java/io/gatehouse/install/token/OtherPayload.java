package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenCheck.Reason.MALFORMED;
import static io.gatehouse.install.token.TokenCheck.Reason.WRONG_AUDIENCE;
import static io.gatehouse.install.token.TokenCheck.Reason.WRONG_TYPE;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.TokenCheck.Expired;
import io.gatehouse.install.token.TokenCheck.Invalid;
import io.gatehouse.install.token.TokenCheck.Valid;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a correctly signed payload in another layout than Gatehouse writes: another order of fields, white space,
 * unknown fields. Slower than {@link Payload}; it only reads payloads that one of our own keys has signed.
 */
record OtherPayload(String keyId, String audience) {

    TokenCheck check(byte[] payloadText, long now) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(Base64Url.DECODER.decode(payloadText)))) {
            return check(reader.readObject(), now);
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            return new Invalid(MALFORMED);
        }
    }

    private TokenCheck check(JsonObject json, long now) {
        if (!Payload.TYPE.equals(text(json, "typ"))) {
            return new Invalid(WRONG_TYPE);
        }
        if (!audience.equals(text(json, "aud"))) {
            return new Invalid(WRONG_AUDIENCE);
        }
        String user = text(json, "sub");
        String template = text(json, "tpl");
        String jti = text(json, "jti");
        if (number(json, "v") != 1 || !keyId.equals(text(json, "kid")) || user == null || template == null) {
            return new Invalid(MALFORMED);
        }
        if (jti == null || jti.isEmpty() || number(json, "iat") < 0) {
            return new Invalid(MALFORMED);
        }
        long expiry = number(json, "exp");
        if (now >= expiry) {
            return new Expired(Instant.ofEpochSecond(expiry));
        }
        return new Valid(new InstallClaim(
                new UserId(UUID.fromString(user)), UUID.fromString(template), jti, Instant.ofEpochSecond(expiry)));
    }

    private static @Nullable String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString value ? value.getString() : null;
    }

    private static long number(JsonObject json, String name) {
        if (json.get(name) instanceof JsonNumber value) {
            return value.longValueExact();
        }
        throw new JsonException(name + " is not a number");
    }
}
