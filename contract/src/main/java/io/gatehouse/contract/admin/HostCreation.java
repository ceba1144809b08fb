package io.gatehouse.contract.admin;

/** The result of creating a host. */
public sealed interface HostCreation {

    record Created(HostView host) implements HostCreation {}

    /** The deployment already has a host of that name. */
    record NameTaken() implements HostCreation {}

    /** The administrator reaches no organization of that id or slug. */
    record UnknownOrganization() implements HostCreation {}

    /** Only the deployment's administrators may omit the organization. */
    record OrganizationMissing() implements HostCreation {}

    /** Only the deployment's administrators may create hosts of a personal organization. */
    record PersonalOrganization() implements HostCreation {}
}
