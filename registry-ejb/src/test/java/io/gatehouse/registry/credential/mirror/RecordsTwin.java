package io.gatehouse.registry.credential.mirror;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import io.gatehouse.registry.matrix.homeserver.HomeserverRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A homeserver's account data and memberships in memory. Can become unreachable at any call. */
final class RecordsTwin implements HomeserverRecords {

    private static final int MAX_EVENT_BYTES = 65_536;

    final Map<String, String> accountData = new ConcurrentSkipListMap<>();
    final Map<String, Set<String>> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger writes = new AtomicInteger();

    /** Answers this many calls and then no more. */
    void failAfter(int answers) {
        answersLeft.set(answers);
    }

    void recover() {
        answersLeft.set(Integer.MAX_VALUE);
    }

    int writes() {
        return writes.get();
    }

    @Override
    public String owner() {
        return "@gatehouse:test";
    }

    @Override
    public HomeserverAnswer<Optional<String>> read(String type) {
        return isUnreachable() ? unreachable() : new Done<>(Optional.ofNullable(accountData.get(type)));
    }

    @Override
    public HomeserverAnswer<Void> write(String type, String content) {
        if (isUnreachable()) {
            return unreachable();
        }
        if (content.getBytes(StandardCharsets.UTF_8).length >= MAX_EVENT_BYTES) {
            throw new AssertionError(type + " is larger than an event");
        }
        accountData.put(type, content);
        writes.incrementAndGet();
        return new Done<>(null);
    }

    @Override
    public HomeserverAnswer<Set<String>> joinedRooms(AgentUserId user) {
        return isUnreachable() ? unreachable() : new Done<>(rooms.getOrDefault(user.value(), Set.of()));
    }

    private boolean isUnreachable() {
        return answersLeft.getAndDecrement() <= 0;
    }

    private static <T> HomeserverAnswer<T> unreachable() {
        return new Unavailable<>(Duration.ofSeconds(5), "it does not answer");
    }
}
