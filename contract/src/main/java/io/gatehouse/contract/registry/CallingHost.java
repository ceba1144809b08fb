package io.gatehouse.contract.registry;

/**
 * The host that makes a call.
 *
 * @param name the host that its credential is bound to; {@code *} for all hosts of its organization
 * @param actor for the audit trail, such as {@code host-token:<id>}
 */
public record CallingHost(String name, String actor) {

    /** Replaces a name and means all hosts. */
    public static final String EVERY_HOST = "*";

    public boolean isEveryHost() {
        return name.equals(EVERY_HOST);
    }

    public boolean mayActFor(String host) {
        return isEveryHost() || name.equals(host);
    }
}
