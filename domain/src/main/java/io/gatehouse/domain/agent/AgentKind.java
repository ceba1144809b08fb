package io.gatehouse.domain.agent;

/** The kinds of agents. */
public enum AgentKind {
    /** Published by a public organization, for users to install. */
    TEMPLATE,
    /** A user's own instance of a template, whose settings it inherits. */
    INSTALLED,
    /** A process on a host, identified by alias and host. */
    REGISTERED
}
