package io.gatehouse.web.page.session;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person signed in with a browser.
 *
 * @param id identifies the session; it is not a credential
 * @param administrator whether the provider's groups said so at sign-in
 * @param seenAt the last counted call, to within a tenth of the idle time
 */
public record BrowserSession(UUID id, SignedInUser user, boolean administrator, Instant signedInAt, Instant seenAt) {

    private static final int VERSION = 1;
    private static final String ATTRIBUTE = BrowserSession.class.getName();

    /** Makes this the session that authenticated a request. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The session that authenticated the request; null if none did. */
    public static @Nullable BrowserSession of(HttpServletRequest request) {
        return (BrowserSession) request.getAttribute(ATTRIBUTE);
    }

    BrowserSession seen(Instant now) {
        return new BrowserSession(id, user, administrator, signedInAt, now);
    }

    byte[] toBytes() {
        JsonObjectBuilder json = JsonObjects.builder()
                .add("v", VERSION)
                .add("id", id.toString())
                .add("iss", user.issuer())
                .add("sub", user.subject())
                .add("email_verified", user.emailVerified())
                .add("administrator", administrator)
                .add("signed_in", signedInAt.getEpochSecond())
                .add("seen", seenAt.getEpochSecond());
        add(json, "email", user.email());
        add(json, "name", user.name());
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if it was written in another format version. */
    static Optional<BrowserSession> from(byte[] bytes) {
        JsonObject json = JsonObjects.read(bytes);
        return json.getInt("v", 0) == VERSION ? Optional.of(from(json)) : Optional.empty();
    }

    private static BrowserSession from(JsonObject json) {
        SignedInUser user = new SignedInUser(
                json.getString("iss"),
                json.getString("sub"),
                json.getString("email", null),
                json.getBoolean("email_verified"),
                json.getString("name", null));
        return new BrowserSession(
                UUID.fromString(json.getString("id")),
                user,
                json.getBoolean("administrator"),
                time(json, "signed_in"),
                time(json, "seen"));
    }

    private static Instant time(JsonObject json, String name) {
        return Instant.ofEpochSecond(json.getJsonNumber(name).longValueExact());
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "BrowserSession[" + id + "]";
    }
}
