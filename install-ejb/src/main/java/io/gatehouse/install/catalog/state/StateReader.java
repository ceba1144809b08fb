package io.gatehouse.install.catalog.state;

import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallState.LinkedChat;
import io.gatehouse.contract.install.InstallState.UndoneLink;
import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.domain.identity.Identity;
import io.gatehouse.install.catalog.state.StateStore.InstalledAgent;
import io.gatehouse.install.catalog.state.StateStore.Link;
import io.gatehouse.install.catalog.state.StateStore.Question;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Computes install states: three queries for any number of users, in batches. */
@Dependent
public class StateReader {

    /** How long an undone link or a declined claim is shown. */
    static final Duration NO_SHOWN = Duration.ofDays(1);

    private static final int BATCH = 500;

    private final StateStore store;
    private final ConfirmationCodes codes;
    private final InstantSource clock;

    @Inject
    public StateReader(StateStore store, ConfirmationCodes codes, InstantSource clock) {
        this.store = store;
        this.codes = codes;
        this.clock = clock;
    }

    Map<StateKey, InstallState> read(Set<StateKey> keys) {
        Map<StateKey, InstallState> states = new HashMap<>();
        List<StateKey> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += BATCH) {
            states.putAll(batch(all.subList(from, Math.min(from + BATCH, all.size()))));
        }
        return states;
    }

    private Map<StateKey, InstallState> batch(List<StateKey> keys) {
        Set<UUID> users = keys.stream().map(StateKey::user).collect(Collectors.toSet());
        Set<UUID> templates = keys.stream().map(StateKey::template).collect(Collectors.toSet());
        Instant now = clock.instant();
        Instant since = now.minus(NO_SHOWN);
        Map<StateKey, UUID> agents = store.agents(users, templates).stream()
                .collect(Collectors.toMap(it -> new StateKey(it.user(), it.template()), InstalledAgent::agent));
        Map<UUID, List<Link>> links = store.links(users, since).stream().collect(Collectors.groupingBy(Link::user));
        Map<StateKey, List<Question>> questions = store.questions(users, now, since).stream()
                .collect(Collectors.groupingBy(it -> new StateKey(it.user(), it.template())));
        Map<StateKey, InstallState> states = new HashMap<>();
        for (StateKey key : keys) {
            states.put(
                    key,
                    state(
                            agents.get(key),
                            links.getOrDefault(key.user(), List.of()),
                            questions.getOrDefault(key, List.of())));
        }
        return states;
    }

    private InstallState state(@Nullable UUID agent, Collection<Link> links, Collection<Question> questions) {
        List<LinkedChat> chats = chats(links);
        UndoneLink undone = undone(links);
        Instant declined = declined(questions);
        return new InstallState(
                agent,
                chats,
                questions.stream().anyMatch(question -> question.declinedAt() == null),
                declined == null || isSuperseded(declined, chats) ? null : declined,
                undone == null || isSuperseded(undone.undoneAt(), chats) ? null : undone);
    }

    private static boolean isSuperseded(Instant no, Collection<LinkedChat> chats) {
        return chats.stream().anyMatch(chat -> !chat.linkedAt().isBefore(no));
    }

    private static @Nullable Instant declined(Collection<Question> questions) {
        return questions.stream()
                .map(Question::declinedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Returns the chats. Unreadable accounts of a platform are omitted if the user has a readable one there: they are
     * the same account under other identifiers.
     */
    private List<LinkedChat> chats(Collection<Link> links) {
        Set<String> readablePlatforms = links.stream()
                .map(Link::identity)
                .filter(identity -> identity.isActive() || identity.isPending())
                .map(identity -> ChatName.of(identity.account()))
                .filter(ChatName::isReadable)
                .map(ChatName::platform)
                .collect(Collectors.toSet());
        List<LinkedChat> chats = new ArrayList<>();
        for (Link link : links) {
            Identity identity = link.identity();
            ChatName name = ChatName.of(identity.account());
            if (!readablePlatforms.contains(name.platform())) {
                name = name.orDisplayName(identity.displayName());
            }
            if (identity.isActive() || identity.isPending()) {
                chats.add(new LinkedChat(
                        name.platform(),
                        name.text(),
                        identity.isActive(),
                        link.asked(),
                        since(identity),
                        identity.isPending() ? codes.of(identity.id()) : null));
            }
        }
        Set<String> readable = chats.stream()
                .filter(chat -> !chat.account().isEmpty())
                .map(LinkedChat::platform)
                .collect(Collectors.toSet());
        chats.removeIf(chat -> chat.account().isEmpty() && readable.contains(chat.platform()));
        chats.sort(Comparator.comparing(LinkedChat::linkedAt)
                .reversed()
                .thenComparing(LinkedChat::platform)
                .thenComparing(LinkedChat::account));
        return chats;
    }

    /** Returns since when it is the user's chat; for a typed number since its YES. */
    private static Instant since(Identity identity) {
        Instant verified = identity.verifiedAt();
        return verified == null ? identity.linkedAt() : verified;
    }

    private static @Nullable UndoneLink undone(Collection<Link> links) {
        UndoneLink newest = null;
        for (Link each : links) {
            Identity link = each.identity();
            Instant at = link.unlinkedAt();
            if (link.isActive() || link.isPending() || at == null) {
                continue;
            }
            ChatName name = ChatName.of(link.account()).orDisplayName(link.displayName());
            boolean newer = newest == null
                    || at.isAfter(newest.undoneAt())
                    || (at.equals(newest.undoneAt()) && newest.account().isEmpty());
            if (newer) {
                newest = new UndoneLink(name.platform(), name.text(), link.isVerified(), at);
            }
        }
        return newest;
    }
}
