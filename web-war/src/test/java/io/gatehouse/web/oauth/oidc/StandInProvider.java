package io.gatehouse.web.oauth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An OpenID provider on a free port with scripted answers. */
public final class StandInProvider implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final String CLIENT = "page";

    private static final RSAKey KEY = key();

    private final HttpServer server;
    private final AtomicInteger discoveries = new AtomicInteger();
    private volatile Answer metadata;
    private volatile Answer token = new Answer(400, "{\"error\":\"invalid_grant\"}");
    private volatile String oddKey = "";
    private volatile Map<String, String> form = Map.of();
    private volatile @Nullable String authorization;

    private record Answer(int status, String body) {}

    public StandInProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata = new Answer(200, document().build().toString());
        server.createContext("/.well-known/openid-configuration", exchange -> {
            discoveries.incrementAndGet();
            answer(exchange, metadata);
        });
        server.createContext(
                "/jwks",
                exchange -> answer(
                        exchange,
                        new Answer(
                                200, "{\"keys\":[" + oddKey + KEY.toPublicJWK().toJSONString() + "]}")));
        server.createContext("/token", exchange -> {
            form = decoded(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, token);
        });
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Its metadata, to be modified and passed to {@link #describeItself}. */
    JsonObjectBuilder document() {
        return Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/jwks");
    }

    void describeItself(JsonObjectBuilder document) {
        describeItself(200, document.build().toString());
    }

    void describeItself(int status, String body) {
        metadata = new Answer(status, body);
    }

    void answerCodesWith(int status, String body) {
        token = new Answer(status, body);
    }

    /** From now on every code is exchanged for this ID token, signed with its key. */
    public void signIn(JWTClaimsSet claims) {
        answerCodesWith(200, "{\"id_token\":\"" + signed(claims) + "\"}");
    }

    String signed(JWTClaimsSet claims) {
        return sign(claims, KEY);
    }

    /** The claims of a valid ID token for a person who signs in now. */
    public JWTClaimsSet.Builder claims(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("u-1")
                .audience(CLIENT)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("email", "ada@example.com")
                .claim("email_verified", true)
                .claim("name", "Ada");
    }

    String signed(JOSEObjectType type, JWTClaimsSet claims) {
        return sign(type, claims, KEY);
    }

    /** Adds an entry before its own key in the key set. */
    void publishAlso(String key) {
        oddKey = key + ",";
    }

    static String sign(JWTClaimsSet claims, RSAKey key) {
        return sign(JOSEObjectType.JWT, claims, key);
    }

    private static String sign(JOSEObjectType type, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(type)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The form that the token endpoint received last. */
    Map<String, String> form() {
        return form;
    }

    @Nullable String authorization() {
        return authorization;
    }

    int discoveries() {
        return discoveries.get();
    }

    static Map<String, String> decoded(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(decode(pair[0]), decode(pair[1]));
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
