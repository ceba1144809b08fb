package io.gatehouse.contract.install;

/** How many blueprint items of each kind the mirror of a template holds. */
public record Mirrored(int entityTypes, int relationshipTypes, int classifiers, int watchers) {}
