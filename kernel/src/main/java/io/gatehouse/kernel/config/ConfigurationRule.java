package io.gatehouse.kernel.config;

import java.util.List;

/**
 * A check at the start that involves several keys or needs its own class. {@link StartCheck} runs all rules and reports
 * all their faults in one message.
 */
@FunctionalInterface
public interface ConfigurationRule {

    /**
     * Returns the faults found, as sentences that begin with the key and contain no secret; empty if there are none. A
     * rule that throws {@link ConfigurationException} reports one fault.
     */
    List<String> faults(Settings settings);
}
