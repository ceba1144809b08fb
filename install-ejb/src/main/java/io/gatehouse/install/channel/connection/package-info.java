/**
 * Connections to chat platforms: their settings, who may change them, and how their secrets are stored. Must not call a
 * platform.
 */
@NullMarked
package io.gatehouse.install.channel.connection;

import org.jspecify.annotations.NullMarked;
