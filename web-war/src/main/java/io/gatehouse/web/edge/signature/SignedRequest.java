package io.gatehouse.web.edge.signature;

import io.gatehouse.contract.access.RequestSignature;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed request (RFC 9421): one signature over {@code @method}, {@code @target-uri} and, if there is a body,
 * {@code content-digest}, with the parameters {@code created}, {@code keyid} and {@code nonce}. It may cover more.
 *
 * @param signature to be verified by the owner of the keys
 * @param otherwise the same signature over the target with or without a trailing question mark, which servers do not
 *     report; null if that would be another request
 * @param body checks the body when it is read
 * @param target the assumed target of the request, for messages
 */
public record SignedRequest(
        RequestSignature signature, @Nullable RequestSignature otherwise, SignedBody body, String target) {

    /**
     * The {@code Accept-Signature} value (RFC 9421 section 5.1), which cannot express that the client chooses the key
     * and the nonce.
     */
    public static final String ACCEPTED =
            "sig=(\"@method\" \"@target-uri\" \"content-digest\")" + ";created;alg=\"hmac-sha256\"";

    /** Whether a request has a signature for this application; one with a {@code tag} is for another. */
    public static boolean isSigned(HttpServletRequest request) {
        return request.getHeader(SignatureFields.INPUT) != null
                && SignatureFields.areOurs(lines(request, SignatureFields.INPUT));
    }

    /**
     * Reads everything but the body.
     *
     * @param publicUrl the deployment's URL, without a trailing slash
     * @throws InvalidSignatureException if the request is refused without verifying its signature
     */
    public static SignedRequest of(HttpServletRequest request, String publicUrl, Instant now)
            throws InvalidSignatureException {
        return of(new Received(request, publicUrl), now);
    }

    static SignedRequest of(SignedMessage message, Instant now) throws InvalidSignatureException {
        SignatureFields fields =
                SignatureFields.of(message.field(SignatureFields.INPUT), message.field(SignatureFields.SIGNATURE));
        SignatureBase base = SignatureBase.of(fields.input());
        for (String component : List.of("@method", "@target-uri")) {
            if (!base.covers(component)) {
                throw new InvalidSignatureException("The signature must cover " + component);
            }
        }
        SignedBody body = body(message, base.covers(ContentDigest.FIELD));
        SignatureParameters parameters = SignatureParameters.of(fields.input().getParams());
        parameters.refuseUnlessFresh(now);
        TargetUri other = message.target().withOrWithoutBareQuestionMark();
        return new SignedRequest(
                signature(parameters, base.over(message), fields),
                other == null ? null : signature(parameters, base.over(message, other), fields),
                body,
                message.method() + " " + message.target());
    }

    private static RequestSignature signature(SignatureParameters parameters, byte[] base, SignatureFields fields) {
        return new RequestSignature(parameters.keyId(), parameters.created(), parameters.nonce(), base, fields.mac());
    }

    private static SignedBody body(SignedMessage message, boolean covered) throws InvalidSignatureException {
        boolean announced = !message.field("Transfer-Encoding").isEmpty()
                || message.field("Content-Length").stream()
                        .anyMatch(length -> !length.strip().equals("0"));
        if (announced && !covered) {
            throw new InvalidSignatureException("The signature must cover content-digest where there is a body");
        }
        return new SignedBody(covered ? ContentDigest.of(message.field(ContentDigest.FIELD)) : null);
    }

    private record Received(HttpServletRequest request, String publicUrl) implements SignedMessage {

        @Override
        public String method() {
            return request.getMethod();
        }

        @Override
        public TargetUri target() {
            return TargetUri.of(publicUrl, request.getRequestURI(), request.getQueryString());
        }

        @Override
        public List<String> field(String name) {
            return lines(request, name);
        }
    }

    private static List<String> lines(HttpServletRequest request, String name) {
        @Nullable Enumeration<String> lines = request.getHeaders(name);
        return lines == null ? List.of() : Collections.list(lines);
    }
}
