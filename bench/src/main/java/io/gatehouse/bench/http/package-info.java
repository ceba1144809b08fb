/**
 * Measures a running server over HTTP, relative to a resource that does nothing. Knows the server's paths and tables
 * but shares no code with it, so that the shipped product is measured.
 */
@NullMarked
package io.gatehouse.bench.http;

import org.jspecify.annotations.NullMarked;
