package io.gatehouse.kernel.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The location in {@code mp.jwt.verify.publickey.location}: a URL, a file, or a class path resource. */
public final class JwtKeyLocation {

    private static final String CLASS_PATH = "classpath:";

    private JwtKeyLocation() {}

    /** Whether the location is fetched over HTTP, and so can be unavailable at times. */
    public static boolean isRemote(String location) {
        return location.startsWith("https:") || location.startsWith("http:");
    }

    /**
     * Returns the content of a location that is not remote.
     *
     * @throws IOException if it cannot be read
     */
    public static String read(String location) throws IOException {
        try {
            if (location.startsWith("file:")) {
                return Files.readString(Path.of(URI.create(location)));
            }
            if (!location.startsWith(CLASS_PATH) && Files.isReadable(Path.of(location))) {
                return Files.readString(Path.of(location));
            }
        } catch (IllegalArgumentException e) { // not a URI, or not the URI of a file
            throw new IOException("it is not a file", e);
        }
        return resource(location.replaceFirst("^" + CLASS_PATH, "").replaceFirst("^/", ""));
    }

    private static String resource(String name) throws IOException {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = application == null ? JwtKeyLocation.class.getClassLoader() : application;
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null || name.isEmpty()) {
                throw new FileNotFoundException("it is neither a file nor a resource of the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
