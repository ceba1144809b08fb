package io.gatehouse.install.catalog.template;

/** The result of looking up a template by its id or its publisher's slug. */
public sealed interface TemplateLookup {

    record Found(Template template) implements TemplateLookup {}

    record Unknown() implements TemplateLookup {}

    /** The agent exists but cannot be installed. */
    record NotInstallable(String why) implements TemplateLookup {}
}
