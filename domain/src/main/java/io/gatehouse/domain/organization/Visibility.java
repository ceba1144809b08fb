package io.gatehouse.domain.organization;

/** Who may see an organization and install what it publishes. */
public enum Visibility {
    PUBLIC,
    PRIVATE
}
