/**
 * Measures a running server over HTTP, as ratios to a resource that does nothing. Knows the server's paths and its
 * tables; shares no code with the server, so that what is measured is what ships.
 */
@NullMarked
package io.gatehouse.bench.http;

import org.jspecify.annotations.NullMarked;
