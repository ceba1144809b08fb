package io.gatehouse.install.agent;

import io.gatehouse.contract.install.Mirrored;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.domain.agent.ItemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What it takes for an organization to have what a template brings: worked out before anything is changed. */
public sealed interface MirrorPlan {

    /**
     * @param missing items of the template that the organization does not have
     * @param present items that are mirrored already, each with its source
     * @param dropped mirrored items that the template brings no more
     */
    record Clear(List<BlueprintItem> missing, List<Pair> present, List<BlueprintItem> dropped) implements MirrorPlan {

        Mirrored counts() {
            return new Mirrored(
                    count(ItemKind.ENTITY_TYPE),
                    count(ItemKind.ENTITY_RELATIONSHIP_TYPE),
                    count(ItemKind.EVENT_CLASSIFIER),
                    count(ItemKind.WATCHER));
        }

        private int count(ItemKind kind) {
            long count = missing.stream().filter(item -> item.kind() == kind).count()
                    + present.stream()
                            .filter(pair -> pair.source().kind() == kind)
                            .count();
            return Math.toIntExact(count);
        }
    }

    /** The organization has an item of its own, or of another template, where this template's would go. */
    record Collision(String kind, String slug) implements MirrorPlan {}

    /** A template's item, and its mirror. */
    record Pair(BlueprintItem source, BlueprintItem mirror) {}

    /** The first collision in the order of the sources is the one that is named. */
    static MirrorPlan of(UUID templateAgentId, List<BlueprintItem> sources, List<BlueprintItem> existing) {
        Map<Place, BlueprintItem> taken = new HashMap<>();
        existing.forEach(item -> taken.put(Place.of(item), item));
        List<BlueprintItem> missing = new ArrayList<>();
        List<Pair> present = new ArrayList<>();
        for (BlueprintItem source : sources) {
            BlueprintItem there = taken.remove(Place.of(source));
            if (there == null) {
                missing.add(source);
            } else if (there.isManagedBy(templateAgentId)) {
                present.add(new Pair(source, there));
            } else {
                return new Collision(source.kind().wireName(), source.slug());
            }
        }
        List<BlueprintItem> dropped = taken.values().stream()
                .filter(item -> item.isManagedBy(templateAgentId))
                .toList();
        return new Clear(missing, present, dropped);
    }

    /** What is unique in an organization. */
    record Place(ItemKind kind, String slug) {

        private static Place of(BlueprintItem item) {
            return new Place(item.kind(), item.slug());
        }
    }
}
