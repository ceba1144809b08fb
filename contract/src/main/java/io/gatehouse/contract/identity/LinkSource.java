package io.gatehouse.contract.identity;

/** How a link is made, and whether that proves that the account is the user's. */
public enum LinkSource {
    /** The user's JWT states the account. */
    SIGN_IN(true),
    /** The account itself sent an install token of the user. */
    CLAIM(true),
    /** A signed event of the platform names it beside a linked account. */
    ALIAS(true),
    /** A signed event of the platform says that the owner of a linked account now has this one. */
    MOVED(true),
    /** A person typed it. */
    FORM(false),
    /** An administrator entered it. */
    ADMIN(false);

    private final boolean proof;

    LinkSource(boolean proof) {
        this.proof = proof;
    }

    public boolean isProof() {
        return proof;
    }
}
