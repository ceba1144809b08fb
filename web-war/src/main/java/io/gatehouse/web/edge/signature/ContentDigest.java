package io.gatehouse.web.edge.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ListElement;

/**
 * The {@code Content-Digest} field of a request (RFC 9530 section 2). Only the two registered algorithms that are not
 * broken count; every such digest in the field must match.
 */
final class ContentDigest {

    static final String FIELD = "content-digest";

    private static final String NAME = "Content-Digest";
    private static final Map<String, String> ALGORITHMS = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private final Map<String, byte[]> digests;

    private ContentDigest(Map<String, byte[]> digests) {
        this.digests = digests;
    }

    static ContentDigest of(List<String> lines) throws InvalidSignatureException {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        for (Map.Entry<String, ListElement<? extends Object>> member :
                StructuredFields.dictionary(NAME, lines).entrySet()) {
            String algorithm = ALGORITHMS.get(member.getKey());
            if (algorithm != null) {
                digests.put(algorithm, StructuredFields.bytes(NAME, member.getValue()));
            }
        }
        if (digests.isEmpty()) {
            throw new InvalidSignatureException("Content-Digest holds neither sha-256 nor sha-512");
        }
        return new ContentDigest(digests);
    }

    boolean isOf(byte[] body) {
        return digests.entrySet().stream()
                .allMatch(digest -> MessageDigest.isEqual(digest.getValue(), digest(digest.getKey(), body)));
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
