package io.gatehouse.web.problem;

import java.util.List;

/**
 * Which paths are a homeserver's: those of the Matrix application service API, and the legacy ones that old homeservers
 * fall back to (v1.17, legacy routes). They have credentials and errors of their own.
 */
public final class MatrixPaths {

    private static final List<String> PREFIXES = List.of("/_matrix/", "/transactions/", "/users/", "/rooms/");

    private MatrixPaths() {}

    /** @param path raw, from the server's root on */
    public static boolean include(String path) {
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
