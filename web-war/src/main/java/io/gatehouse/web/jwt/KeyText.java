package io.gatehouse.web.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/** The key that stands in {@code mp.jwt.verify.publickey} itself. */
final class KeyText implements JWKSetSource<SecurityContext> {

    private final String text;

    KeyText(String text) {
        this.text = text;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            return KeyDocument.parse(text);
        } catch (IllegalArgumentException e) {
            throw new JWKSetUnavailableException("mp.jwt.verify.publickey holds no key", e);
        }
    }

    @Override
    public void close() {}
}
