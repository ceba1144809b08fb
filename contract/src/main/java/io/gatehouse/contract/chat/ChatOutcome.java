package io.gatehouse.contract.chat;

/** What became of a chat message; the names on the wire are these in lower case. */
public enum ChatOutcome {
    /** It goes to the agent. */
    ROUTED,
    /** The token in it installed the agent and linked the account. */
    INSTALLED,
    /** The agent was installed and the account linked before. */
    ALREADY_INSTALLED,
    /** Nothing happens before the sender answers YES. */
    CONFIRM_REQUIRED,
    /** Somebody typed the sender's number: nothing happens, and the message waits, before the sender answers YES. */
    GREETED,
    /** The agent was installed before, and the account is linked now: by a token, or by a YES to a greeting. */
    LINKED,
    /** The sender answered NO, and the account is linked to nobody. */
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
