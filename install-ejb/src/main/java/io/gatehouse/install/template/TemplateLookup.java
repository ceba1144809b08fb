package io.gatehouse.install.template;

/** What became of looking a template up by its id or its publisher's slug. */
public sealed interface TemplateLookup {

    record Found(Template template) implements TemplateLookup {}

    record Unknown() implements TemplateLookup {}

    /** There is such an agent, and nobody may install it. */
    record NotInstallable(String why) implements TemplateLookup {}
}
