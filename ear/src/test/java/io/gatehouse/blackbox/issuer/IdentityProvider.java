package io.gatehouse.blackbox.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Serves a key set on a free local port, from its creation until after the last test of a class. */
public final class IdentityProvider implements AfterAllCallback {

    public static final String ISSUER = "https://idp.example.com/realms/test";
    public static final String AUDIENCE = "https://gatehouse.example.com";

    private final HttpServer server;
    private volatile int status = 503;
    private volatile String document = "";

    /** Without keys it answers 503. */
    public IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", exchange -> {
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public String jwksUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    /** Replaces its keys. */
    public IdentityProvider publish(SigningKey... keys) {
        answer(200, new JWKSet(Arrays.stream(keys).map(SigningKey::publicHalf).toList()).toString(true));
        return this;
    }

    /** The same, with this text before and after each key. */
    public void publishAmid(String odd, SigningKey... keys) {
        String set = Arrays.stream(keys)
                .map(key -> key.publicHalf().toJSONString())
                .collect(Collectors.joining("," + odd + ",", odd + ",", "," + odd));
        answer(200, "{\"keys\":[" + set + "]}");
    }

    /** Answers this instead of its keys. */
    public void answer(int newStatus, String newDocument) {
        status = newStatus;
        document = newDocument;
    }

    /** The claims of a token for a new user, valid for five minutes from now. */
    public static JWTClaimsSet.Builder claims() {
        Instant now = now();
        String user = UUID.randomUUID().toString();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(user)
                .audience(List.of("account", AUDIENCE))
                .issueTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("upn", user)
                .claim("email", user + "@example.com")
                .claim("email_verified", true);
    }

    public static Instant now() {
        return InstantSource.system().instant();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
    }
}
