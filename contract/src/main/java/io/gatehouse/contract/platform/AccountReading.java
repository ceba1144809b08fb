package io.gatehouse.contract.platform;

/** What an identifier from a platform turned out to be. The reasons name no identifier: they may be logged. */
public sealed interface AccountReading {

    record Account(PlatformAccount account) implements AccountReading {}

    /** Well-formed, and nobody whom an agent could be installed for: a group, a channel, a bot. */
    record Unsupported(String why) implements AccountReading {}

    /** Nothing that the platform would send. */
    record Malformed(String why) implements AccountReading {}
}
