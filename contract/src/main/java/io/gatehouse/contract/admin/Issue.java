package io.gatehouse.contract.admin;

/** What became of the issue of a token or a signing key. */
public sealed interface Issue {

    /** @param secret the raw text, which stands nowhere but here */
    record Issued(CredentialView credential, String secret) implements Issue {

        @Override
        public String toString() {
            return "Issued[" + credential.id() + "]";
        }
    }

    /** The administrator reaches nothing of that id. */
    record NotFound() implements Issue {}

    /** Only the deployment's administrators may give that. */
    record NotAllowed(String why) implements Issue {}

    /** What was to be replaced is revoked or expired, or was replaced a moment ago. */
    record Ended() implements Issue {}
}
