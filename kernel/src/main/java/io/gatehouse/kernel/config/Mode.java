package io.gatehouse.kernel.config;

/** What a deployment is for. */
public enum Mode {
    /** Everything has a default that works on one machine. */
    DEVELOPMENT,
    /** No default of development is accepted. */
    PRODUCTION
}
