package io.gatehouse.domain.agent;

import java.util.Locale;

/** The kinds of blueprint items. The wire names are these in lower case. */
public enum ItemKind {
    ENTITY_TYPE,
    ENTITY_RELATIONSHIP_TYPE,
    EVENT_CLASSIFIER,
    WATCHER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
