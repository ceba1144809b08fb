/**
 * Messages that agents send, each once; inboxes with positions; and the readers that wait at them. Knows the homeserver
 * only through its port, and nothing of HTTP.
 */
@NullMarked
package io.gatehouse.registry.message;

import org.jspecify.annotations.NullMarked;
