package io.gatehouse.kernel.config;

import java.util.List;

/**
 * A part of the start's judgement that needs more than one key, or a class of its own. {@link StartCheck} asks every rule
 * and puts what they find into one message.
 */
@FunctionalInterface
public interface ConfigurationRule {

    /**
     * What is wrong, in sentences that begin with the key and hold no secret; empty if nothing is. One that throws
     * {@link ConfigurationException} has found one fault.
     */
    List<String> faults(Settings settings);
}
