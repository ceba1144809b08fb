package io.gatehouse.contract.registry;

/**
 * A host that calls.
 *
 * @param name the host that its credential is bound to; {@code *} for every host of its organization
 * @param actor for the audit trail, as in {@code host-token:<id>}
 */
public record CallingHost(String name, String actor) {

    /** What stands in place of a name for every host. */
    public static final String EVERY_HOST = "*";

    public boolean isEveryHost() {
        return name.equals(EVERY_HOST);
    }

    public boolean mayActFor(String host) {
        return isEveryHost() || name.equals(host);
    }
}
