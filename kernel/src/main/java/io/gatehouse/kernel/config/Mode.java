package io.gatehouse.kernel.config;

/** The purpose of a deployment. */
public enum Mode {
    /** Everything has a default that works on one machine. */
    DEVELOPMENT,
    /** Refuses the defaults of development. */
    PRODUCTION
}
