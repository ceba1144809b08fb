package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenCheck.Reason.MALFORMED;
import static io.gatehouse.install.token.TokenCheck.Reason.WRONG_AUDIENCE;
import static io.gatehouse.install.token.TokenCheck.Reason.WRONG_TYPE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.TokenCheck.Expired;
import io.gatehouse.install.token.TokenCheck.Invalid;
import io.gatehouse.install.token.TokenCheck.Valid;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.kernel.json.JsonObjects;
import io.gatehouse.kernel.text.Base64Url;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON payload of the long form, for one key and audience. The audience needs no escaping in JSON. Written with the
 * fields in the order of the contract and without white space; read in any layout, but only from tokens that one of our
 * own keys has signed.
 */
record Payload(String keyId, String audience) {

    private static final String TYPE = "install";

    byte[] write(UserId user, UUID template, long issued, long expiry, String jti) {
        return ("{\"v\":1,\"typ\":\"" + TYPE + "\",\"kid\":\"" + keyId + "\",\"aud\":\"" + audience + "\",\"sub\":\""
                        + user
                        + "\",\"tpl\":\"" + template + "\",\"iat\":" + issued + ",\"exp\":" + expiry + ",\"jti\":\""
                        + jti
                        + "\"}")
                .getBytes(US_ASCII);
    }

    TokenCheck check(String payloadText, long now) {
        try {
            return check(JsonObjects.read(Base64Url.decode(payloadText)), now);
        } catch (JsonException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return new Invalid(MALFORMED);
        }
    }

    private TokenCheck check(JsonObject json, long now) {
        if (!TYPE.equals(text(json, "typ"))) {
            return new Invalid(WRONG_TYPE);
        }
        if (!audience.equals(text(json, "aud"))) {
            return new Invalid(WRONG_AUDIENCE);
        }
        String jti = text(json, "jti");
        if (number(json, "v") != 1 || !keyId.equals(text(json, "kid")) || jti == null || jti.isEmpty()) {
            return new Invalid(MALFORMED);
        }
        if (number(json, "iat") < 0) {
            return new Invalid(MALFORMED);
        }
        UserId user = new UserId(id(json, "sub"));
        UUID template = id(json, "tpl");
        Instant expiry = Instant.ofEpochSecond(number(json, "exp"));
        return now < expiry.getEpochSecond()
                ? new Valid(new InstallClaim(user, template, jti, expiry))
                : new Expired(expiry);
    }

    private static UUID id(JsonObject json, String name) {
        return Optional.ofNullable(text(json, name))
                .flatMap(Uuids::parse)
                .orElseThrow(() -> new JsonException(name + " is not a UUID"));
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
