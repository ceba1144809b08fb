package io.gatehouse.web.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where {@code mp.jwt.verify.publickey.location} points: a URL, a file, or a resource of the class path. */
final class KeyLocation implements JWKSetSource<SecurityContext> {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MAX_BYTES = 256 * 1024;

    private final String location;

    KeyLocation(String location) {
        this.location = location;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            return KeyDocument.parse(read());
        } catch (IOException | IllegalArgumentException e) {
            throw new JWKSetUnavailableException("no keys can be read from " + location, e);
        }
    }

    private String read() throws IOException {
        if (location.startsWith("https:") || location.startsWith("http:")) {
            return new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES)
                    .retrieveResource(URI.create(location).toURL())
                    .getContent();
        }
        if (location.startsWith("file:")) {
            return Files.readString(Path.of(URI.create(location)));
        }
        String resource = location.replaceFirst("^classpath:", "");
        Path file = Path.of(location);
        if (resource.equals(location) && Files.isReadable(file)) {
            return Files.readString(file);
        }
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource.replaceFirst("^/", ""))) {
            if (in == null) {
                throw new FileNotFoundException("neither a file nor a resource");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {}
}
