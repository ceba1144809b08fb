/**
 * What every request goes through, whatever it is for: evens out what servers make of requests and connections that are
 * broken. Must not know any path, and must cost next to nothing.
 */
@NullMarked
package io.gatehouse.web.request;

import org.jspecify.annotations.NullMarked;
