package io.gatehouse.install.catalog.agent;

/** The result of looking up a user's personal organization. */
public sealed interface PersonalOrganizationLookup {

    record Found(PersonalOrganization organization) implements PersonalOrganizationLookup {}

    /** The user never signed in, or the organization was archived. */
    record NoOrganization() implements PersonalOrganizationLookup {}

    /** The user is no longer a member of it. */
    record NoMember() implements PersonalOrganizationLookup {}
}
