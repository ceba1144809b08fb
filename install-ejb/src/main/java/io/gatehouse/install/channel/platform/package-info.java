/**
 * Clients for the APIs of the chat platforms: requests and the interpretation of answers. Must not know what is sent or
 * when; stores nothing.
 */
@NullMarked
package io.gatehouse.install.channel.platform;

import org.jspecify.annotations.NullMarked;
