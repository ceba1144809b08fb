package io.gatehouse.web.edge.problem;

import java.util.List;

/**
 * Recognizes the homeserver's paths: those of the Matrix application service API, and the legacy ones used by old
 * homeservers (v1.17, legacy routes). They have their own credentials and errors.
 */
public final class MatrixPaths {

    private static final List<String> PREFIXES = List.of("/_matrix/", "/transactions/", "/users/", "/rooms/");

    private MatrixPaths() {}

    /** @param path not decoded, from the server's root */
    public static boolean include(String path) {
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
