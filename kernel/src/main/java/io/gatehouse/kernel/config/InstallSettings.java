package io.gatehouse.kernel.config;

import java.time.Duration;

/**
 * How installing over chat behaves.
 *
 * @param tokenTtl lifetime of an install token; at most {@link #LONGEST_TTL}
 * @param confirmRequired whether nothing is linked before the sender of a token answers YES
 * @param undoWindow how long after a claim a NO undoes it
 * @param audience the deployment that install tokens are for
 */
public record InstallSettings(Duration tokenTtl, boolean confirmRequired, Duration undoWindow, String audience) {

    public static final Duration LONGEST_TTL = Duration.ofMinutes(15);
}
