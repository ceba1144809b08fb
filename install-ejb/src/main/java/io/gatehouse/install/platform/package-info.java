/**
 * How each chat platform is spoken to: what is said, and what its answers mean. Must not know what is sent, or when, and
 * keeps nothing.
 */
@NullMarked
package io.gatehouse.install.platform;

import org.jspecify.annotations.NullMarked;
