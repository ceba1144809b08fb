package io.gatehouse.contract.platform;

/**
 * An account in canonical form. Made by {@link Accounts}, which canonicalizes what platforms send, or read back from
 * the database.
 *
 * @param identifier the canonical raw value: what a platform's API takes as the address
 * @param matchKey what decides whether two identifiers of one namespace are the same account. It differs from the
 *     identifier where one number has several written forms (Brazil's ninth digit, Mexico's and Argentina's mobile
 *     digit)
 */
public record PlatformAccount(Namespace namespace, String identifier, String matchKey) {

    public PlatformAccount {
        if (identifier.isBlank() || matchKey.isBlank()) {
            throw new IllegalArgumentException("an account has an identifier and a match key");
        }
    }

    /** An account whose identifier is its own match key. */
    static PlatformAccount plain(Namespace namespace, String identifier) {
        return new PlatformAccount(namespace, identifier, identifier);
    }

    /** Unique over all namespaces: the value that the database keeps unique among active identities. */
    public String activeKey() {
        return namespace.wireName() + ":" + matchKey;
    }

    /** Whether both name the same account, in whichever form each was written. */
    public boolean matches(PlatformAccount other) {
        return namespace == other.namespace && matchKey.equals(other.matchKey);
    }
}
