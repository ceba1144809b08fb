package io.gatehouse.web.edge.json;

import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.text.Base64Url;
import jakarta.ws.rs.core.EntityTag;

/** Strong entity tags derived from a body's content (RFC 9110 section 8.8.3). */
public final class ContentTag {

    /** 132 bits in base64. */
    private static final int LENGTH = 22;

    private ContentTag() {}

    public static EntityTag of(byte[] body) {
        return new EntityTag(Base64Url.encode(Sha256.of(body)).substring(0, LENGTH));
    }
}
