package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.install.Mirrored;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.domain.agent.ItemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The changes that give an organization the items of a template, computed before anything is changed. */
public sealed interface MirrorPlan {

    /**
     * @param missing items of the template that the organization does not have
     * @param present items that are already mirrored, each with its source
     * @param dropped mirrored items that the template no longer has
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

    /**
     * The organization has an item of its own, or of another template, with the kind and slug of one of this template's
     * items.
     */
    record Collision(String kind, String slug) implements MirrorPlan {}

    /** An item of the template and its mirrored copy. */
    record Pair(BlueprintItem source, BlueprintItem mirror) {}

    /** Computes the plan. Of several collisions, the first in the order of the sources is returned. */
    static MirrorPlan of(UUID templateAgentId, List<BlueprintItem> sources, List<BlueprintItem> existing) {
        Map<ItemKey, BlueprintItem> taken = new HashMap<>();
        existing.forEach(item -> taken.put(ItemKey.of(item), item));
        List<BlueprintItem> missing = new ArrayList<>();
        List<Pair> present = new ArrayList<>();
        for (BlueprintItem source : sources) {
            BlueprintItem existingItem = taken.remove(ItemKey.of(source));
            if (existingItem == null) {
                missing.add(source);
            } else if (existingItem.isManagedBy(templateAgentId)) {
                present.add(new Pair(source, existingItem));
            } else {
                return new Collision(source.kind().wireName(), source.slug());
            }
        }
        List<BlueprintItem> dropped = taken.values().stream()
                .filter(item -> item.isManagedBy(templateAgentId))
                .toList();
        return new Clear(missing, present, dropped);
    }

    /** Kind and slug, which are unique within an organization. */
    record ItemKey(ItemKind kind, String slug) {

        private static ItemKey of(BlueprintItem item) {
            return new ItemKey(item.kind(), item.slug());
        }
    }
}
