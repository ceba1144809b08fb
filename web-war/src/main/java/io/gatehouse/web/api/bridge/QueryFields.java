package io.gatehouse.web.api.bridge;

import io.gatehouse.contract.registry.AgentStatus;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Parses query parameters strictly: a malformed value is refused. */
final class QueryFields {

    private static final String STATUSES = "must be active, stale, retired or all";

    private QueryFields() {}

    /** False if missing. */
    static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw invalid(name, "must be true or false");
    }

    /** An RFC 3339 time with a four-digit year, to the microsecond; null if missing. */
    static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            throw notATime(name);
        }
        throw notATime(name);
    }

    /** Null for any status. If missing: active, or any status for a listing of changes. */
    static @Nullable AgentStatus status(@Nullable String text, boolean changes) {
        if (text == null) {
            return changes ? null : AgentStatus.ACTIVE;
        }
        return switch (text) {
            case "active" -> AgentStatus.ACTIVE;
            case "stale" -> AgentStatus.STALE;
            case "retired" -> AgentStatus.RETIRED;
            case "all" -> null;
            default -> throw invalid("status", STATUSES);
        };
    }

    private static ProblemException notATime(String name) {
        return invalid(name, "must be a time, as in 2030-01-31T12:00:00Z");
    }

    private static ProblemException invalid(String name, String why) {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_PARAMETER, "The query parameter " + name + " " + why + "."));
    }
}
