package io.gatehouse.domain.organization;

/** What a member may do in an organization. */
public enum Role {
    OWNER,
    ADMIN,
    MEMBER
}
