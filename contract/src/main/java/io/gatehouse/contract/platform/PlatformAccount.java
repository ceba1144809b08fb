package io.gatehouse.contract.platform;

/**
 * An account in canonical form: created by {@link Accounts} from what platforms send, or read from the database.
 *
 * @param identifier the canonical value, which the platform's API accepts as the address
 * @param matchKey decides whether two identifiers of one namespace are the same account. It differs from the identifier
 *     if a number has several written forms (Brazil's ninth digit, Mexico's and Argentina's mobile digit)
 */
public record PlatformAccount(Namespace namespace, String identifier, String matchKey) {

    public PlatformAccount {
        if (identifier.isBlank() || matchKey.isBlank()) {
            throw new IllegalArgumentException("an account has an identifier and a match key");
        }
    }

    /** An account whose match key is its identifier. */
    static PlatformAccount plain(Namespace namespace, String identifier) {
        return new PlatformAccount(namespace, identifier, identifier);
    }

    /** Returns a key that is unique over all namespaces. The database keeps it unique among active identities. */
    public String activeKey() {
        return namespace.wireName() + ":" + matchKey;
    }

    /** Whether both are the same account, in whichever form each was written. */
    public boolean matches(PlatformAccount other) {
        return namespace == other.namespace && matchKey.equals(other.matchKey);
    }
}
