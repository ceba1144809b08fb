package io.gatehouse.web.edge.signature;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Checks that the body of a signed request is the one that was signed. */
public final class SignedBody {

    private static final String ATTRIBUTE = SignedBody.class.getName();

    private final @Nullable ContentDigest digest;

    /** @param digest the signed digest; null if the signature covers none, in which case there must be no body */
    SignedBody(@Nullable ContentDigest digest) {
        this.digest = digest;
    }

    /** Makes this the check of the request's body. Called by the authentication mechanism. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Null for requests that are not signed. */
    public static @Nullable SignedBody of(HttpServletRequest request) {
        return (SignedBody) request.getAttribute(ATTRIBUTE);
    }

    /**
     * Reads the whole body.
     *
     * @param max in bytes; the rest of a longer body is not read, and the digest does not match
     * @throws InvalidSignatureException if it is not the body that was signed
     */
    public byte[] read(InputStream body, int max) throws IOException, InvalidSignatureException {
        byte[] bytes = body.readNBytes(digest == null ? 1 : max);
        if (digest == null && bytes.length > 0) {
            throw new InvalidSignatureException("The signature must cover content-digest where there is a body");
        }
        if (digest != null && !digest.isOf(bytes)) {
            throw new InvalidSignatureException("The body is not the one that Content-Digest is of");
        }
        return bytes;
    }
}
