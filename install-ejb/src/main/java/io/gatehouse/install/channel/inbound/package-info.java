/**
 * Inbound chat messages from their receipt to the answer: stored encrypted and processed one after another in each
 * chat, by any node. Must not know the formats of the platforms.
 */
@NullMarked
package io.gatehouse.install.channel.inbound;

import org.jspecify.annotations.NullMarked;
