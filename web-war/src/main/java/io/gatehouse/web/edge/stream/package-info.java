/** Streams of server-sent events to clients. Must not know what is sent. */
@NullMarked
package io.gatehouse.web.edge.stream;

import org.jspecify.annotations.NullMarked;
