package io.gatehouse.domain.agent;

/** What an agent is. */
public enum AgentKind {
    /** Published by a public organization, for users to install. */
    TEMPLATE,
    /** A user's own instance of a template, whose settings it inherits. */
    INSTALLED,
    /** A process that runs on a host, known by alias and host. */
    REGISTERED
}
