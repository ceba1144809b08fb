package io.gatehouse.web.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ListElement;

/**
 * What a request says that the digest of its body is ({@code Content-Digest}, RFC 9530 section 2). Of the algorithms that
 * the registry has, the two that are not broken count; all of them that stand there must fit.
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
                Fields.dictionary(NAME, lines).entrySet()) {
            String algorithm = ALGORITHMS.get(member.getKey());
            if (algorithm != null) {
                digests.put(algorithm, Fields.bytes(NAME, member.getValue()));
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
