package io.gatehouse.web.signature;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What the body of a signed request must be. */
public final class SignedBody {

    private static final String ATTRIBUTE = SignedBody.class.getName();

    private final @Nullable ContentDigest digest;

    /** @param digest that the signature covers; null where it covers none, so that there must be no body */
    SignedBody(@Nullable ContentDigest digest) {
        this.digest = digest;
    }

    /** Makes this what the body of the request must be. The authentication mechanism's to call. */
    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Null for requests that are not signed. */
    public static @Nullable SignedBody of(HttpServletRequest request) {
        return (SignedBody) request.getAttribute(ATTRIBUTE);
    }

    /**
     * All of the body.
     *
     * @param most more bytes than that are not read, and not what was signed
     * @throws InvalidSignatureException if it is another than was signed
     */
    public byte[] read(InputStream body, int most) throws IOException, InvalidSignatureException {
        byte[] bytes = body.readNBytes(digest == null ? 1 : most);
        if (digest == null && bytes.length > 0) {
            throw new InvalidSignatureException("The signature must cover content-digest where there is a body");
        }
        if (digest != null && !digest.isOf(bytes)) {
            throw new InvalidSignatureException("The body is not the one that Content-Digest is of");
        }
        return bytes;
    }
}
