package io.gatehouse.registry.mirror;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.homeserver.HomeserverAnswer;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Unavailable;
import io.gatehouse.registry.homeserver.HomeserverRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A homeserver's account data and memberships in memory. It can be away, from any call on. */
final class RecordsTwin implements HomeserverRecords {

    private static final int LARGEST_EVENT = 65_536;

    final Map<String, String> accountData = new ConcurrentSkipListMap<>();
    final Map<String, Set<String>> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger writes = new AtomicInteger();

    /** Answers that often, and then no more. */
    void leaveAfter(int answers) {
        answersLeft.set(answers);
    }

    void comeBack() {
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
        return isAway() ? away() : new Done<>(Optional.ofNullable(accountData.get(type)));
    }

    @Override
    public HomeserverAnswer<Void> write(String type, String content) {
        if (isAway()) {
            return away();
        }
        if (content.getBytes(StandardCharsets.UTF_8).length >= LARGEST_EVENT) {
            throw new AssertionError(type + " is larger than an event");
        }
        accountData.put(type, content);
        writes.incrementAndGet();
        return new Done<>(null);
    }

    @Override
    public HomeserverAnswer<Set<String>> joinedRooms(AgentUserId user) {
        return isAway() ? away() : new Done<>(rooms.getOrDefault(user.value(), Set.of()));
    }

    private boolean isAway() {
        return answersLeft.getAndDecrement() <= 0;
    }

    private static <T> HomeserverAnswer<T> away() {
        return new Unavailable<>(Duration.ofSeconds(5), "it does not answer");
    }
}
