package io.gatehouse.contract.identity;

/** How a link comes about, and whether that proves that the account is the user's. */
public enum LinkSource {
    /** The JWT of the user says so. */
    SIGN_IN(true),
    /** The account itself sent an install token of the user. */
    CLAIM(true),
    /** A signed event of the platform names it beside an account that is linked. */
    ALIAS(true),
    /** A signed event of the platform says that the owner of a linked account has this one now. */
    MOVED(true),
    /** Somebody typed it. */
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
