/**
 * The metrics of chat channels: counters of this node, and queue sizes of the whole deployment. Must not contain
 * message texts.
 */
@NullMarked
package io.gatehouse.install.channel.metric;

import org.jspecify.annotations.NullMarked;
