package io.gatehouse.contract.admin;

/** The result of issuing a token or a signing key. */
public sealed interface Issue {

    /** @param secret the clear text, which is stored nowhere */
    record Issued(CredentialView credential, String secret) implements Issue {

        @Override
        public String toString() {
            return "Issued[" + credential.id() + "]";
        }
    }

    /** The administrator reaches no object of that id. */
    record NotFound() implements Issue {}

    /** Only the deployment's administrators may issue this. */
    record NotAllowed(String why) implements Issue {}

    /** The credential to replace is revoked, expired, or was replaced a moment ago. */
    record Ended() implements Issue {}
}
