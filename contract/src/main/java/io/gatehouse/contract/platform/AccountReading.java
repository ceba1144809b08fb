package io.gatehouse.contract.platform;

/** The result of parsing an identifier from a platform. The reasons contain no identifier, so they may be logged. */
public sealed interface AccountReading {

    record Account(PlatformAccount account) implements AccountReading {}

    /** Well-formed, but not a person whom an agent can be installed for: a group, a channel, a bot. */
    record Unsupported(String why) implements AccountReading {}

    /** Not of a form that the platform sends. */
    record Malformed(String why) implements AccountReading {}
}
