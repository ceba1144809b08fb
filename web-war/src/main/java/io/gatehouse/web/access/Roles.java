package io.gatehouse.web.access;

import java.util.Set;

/** The roles that {@code @RolesAllowed} names. Only the authentication mechanism grants them. */
public final class Roles {

    /** A person with a JWT. */
    public static final String USER = "user";

    /** An administrator of the deployment; the only role that a JWT's {@code groups} can give. */
    public static final String ADMIN = "gatehouse-admin";

    /** Hands in chat messages and looks routes up. */
    public static final String GATEWAY = "gateway";

    public static final String HOST = "host";

    public static final String AGENT = "agent";

    /** The scope that makes a gateway of a JWT or a host token. */
    public static final String GATEWAY_SCOPE = "chat:claim";

    private Roles() {}

    /** Whether the groups of a token make its user an administrator; Keycloak may write a group with its full path. */
    public static boolean areAdministrators(Set<String> groups) {
        return groups.contains(ADMIN) || groups.contains("/" + ADMIN);
    }

    /** Of a host that calls with a token or a signing key of these scopes. */
    public static Set<String> ofHost(Set<String> scopes) {
        return scopes.contains(GATEWAY_SCOPE) ? Set.of(HOST, GATEWAY) : Set.of(HOST);
    }
}
