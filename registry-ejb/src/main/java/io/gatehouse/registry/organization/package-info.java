/** Rows of organizations and members. Must not make access decisions. */
@NullMarked
package io.gatehouse.registry.organization;

import org.jspecify.annotations.NullMarked;
