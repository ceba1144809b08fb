/**
 * Deriving keys and sealing secrets at rest. Works on bytes that are handed in; must not read configuration, hold a
 * key in a static field, or reach the database.
 */
@NullMarked
package io.gatehouse.domain.crypto;

import org.jspecify.annotations.NullMarked;
