package io.gatehouse.web.edge.access;

import java.util.Set;

/** The roles used in {@code @RolesAllowed}. Only the authentication mechanism grants them. */
public final class Roles {

    /** A person with a JWT. */
    public static final String USER = "user";

    /** An administrator of the deployment; the only role that the {@code groups} of a JWT can grant. */
    public static final String ADMIN = "gatehouse-admin";

    /** Submits chat messages and looks up routes. */
    public static final String GATEWAY = "gateway";

    public static final String HOST = "host";

    public static final String AGENT = "agent";

    /** The scope that gives the bearer of a JWT or host token the role of a gateway. */
    public static final String GATEWAY_SCOPE = "chat:claim";

    private Roles() {}

    /** Whether the groups of a token make its user an administrator. Keycloak may write a group with its full path. */
    public static boolean areAdministrators(Set<String> groups) {
        return groups.contains(ADMIN) || groups.contains("/" + ADMIN);
    }

    /** The roles of a host whose token or signing key has these scopes. */
    public static Set<String> ofHost(Set<String> scopes) {
        return scopes.contains(GATEWAY_SCOPE) ? Set.of(HOST, GATEWAY) : Set.of(HOST);
    }
}
