package io.gatehouse.contract.chat;

/** The outcome of a chat message. The wire names are these in lower case. */
public enum ChatOutcome {
    /** The message goes to the agent. */
    ROUTED,
    /** The token in it installed the agent and linked the account. */
    INSTALLED,
    /** The agent was installed and the account linked before. */
    ALREADY_INSTALLED,
    /** Nothing is done until the sender answers YES. */
    CONFIRM_REQUIRED,
    /**
     * Another person entered the sender's number: the message is held, and nothing is done until the sender answers
     * YES.
     */
    GREETED,
    /** The agent was installed before; the account is linked now, by a token or by a YES to a greeting. */
    LINKED,
    /** The sender answered NO, and the account is linked to no user. */
    UNLINKED,
    NOT_INSTALLED,
    TOKEN_INVALID,
    TOKEN_EXPIRED,
    TOKEN_USED,
    NO_PERSONAL_ORG,
    NO_MEMBER,
    IDENTITY_CONFLICT,
    NOT_INSTALLABLE,
    SLUG_COLLISION,
    PLATFORM_UNSUPPORTED,
    RATE_LIMITED
}
