/**
 * The operator's chat channels: what they need, who may change them, and how their secrets are kept. Must not talk to a
 * platform.
 */
@NullMarked
package io.gatehouse.install.connection;

import org.jspecify.annotations.NullMarked;
