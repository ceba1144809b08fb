package io.gatehouse.install.agent;

/** What became of looking for a user's personal organization. */
public sealed interface PersonalOrganizationLookup {

    record Found(PersonalOrganization organization) implements PersonalOrganizationLookup {}

    /** The user never signed in, or the organization was archived. */
    record NoOrganization() implements PersonalOrganizationLookup {}

    /** The user is no member of it any more. */
    record NoMember() implements PersonalOrganizationLookup {}
}
