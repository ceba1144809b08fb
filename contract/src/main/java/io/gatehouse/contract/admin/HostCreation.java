package io.gatehouse.contract.admin;

/** What became of the making of a host. */
public sealed interface HostCreation {

    record Created(HostView host) implements HostCreation {}

    /** Some organization has a host of that name. */
    record NameTaken() implements HostCreation {}

    /** There is none of that id or slug that the administrator reaches. */
    record UnknownOrganization() implements HostCreation {}

    /** Whoever administers less than the deployment says for which organization. */
    record OrganizationMissing() implements HostCreation {}

    /** Hosts of a personal organization are made by the deployment's administrators only. */
    record PersonalOrganization() implements HostCreation {}
}
