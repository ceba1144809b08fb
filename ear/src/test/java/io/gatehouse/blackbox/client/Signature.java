package io.gatehouse.blackbox.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs a request as a host's developer would (RFC 9421); every part can be falsified. Immutable.
 *
 * @param parameters the signature parameters; the key id is the last
 * @param body null for none, which is then not covered
 */
public record Signature(
        String keyId,
        String secret,
        List<String> covered,
        Map<String, String> parameters,
        String method,
        URI target,
        @Nullable String body) {

    /** A valid signature with a new nonce. */
    public static Signature of(String keyId, String secret, String method, URI target, @Nullable String body) {
        List<String> covered = new ArrayList<>(List.of("@method", "@target-uri"));
        if (body != null) {
            covered.add("content-digest");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("created", String.valueOf(Instant.now().getEpochSecond()));
        parameters.put("nonce", "\"" + UUID.randomUUID() + "\"");
        return new Signature(keyId, secret, covered, parameters, method, target, body);
    }

    public Signature without(String component) {
        return new Signature(
                keyId,
                secret,
                covered.stream().filter(name -> !name.equals(component)).toList(),
                parameters,
                method,
                target,
                body);
    }

    /** @param value as written in the header; null removes the parameter */
    public Signature with(String parameter, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(parameter);
        if (value != null) {
            changed.put(parameter, value);
        }
        return new Signature(keyId, secret, covered, changed, method, target, body);
    }

    /** The headers of the signed request. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String content = body;
        if (content != null) {
            headers.put("Content-Digest", digest(content));
        }
        headers.put("Signature-Input", "sig=" + input());
        headers.put("Signature", "sig=:" + mac() + ":");
        return headers;
    }

    private String input() {
        return "("
                + covered.stream().map(component -> "\"" + component + "\"").collect(Collectors.joining(" "))
                + ")"
                + parameters.entrySet().stream()
                        .map(parameter -> ";" + parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining())
                + ";keyid=\"" + keyId + "\"";
    }

    private String mac() {
        StringBuilder base = new StringBuilder();
        for (String component : covered) {
            base.append("\"")
                    .append(component)
                    .append("\": ")
                    .append(value(component))
                    .append("\n");
        }
        base.append("\"@signature-params\": ").append(input());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return base64(mac.doFinal(base.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String value(String component) {
        return switch (component) {
            case "@method" -> method;
            case "@target-uri" -> target.toString();
            case "content-digest" -> digest(body == null ? "" : body);
            default -> throw new IllegalArgumentException(component);
        };
    }

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha-256=:" + base64(digest) + ":";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return method + " " + target + " signed with " + keyId;
    }
}
