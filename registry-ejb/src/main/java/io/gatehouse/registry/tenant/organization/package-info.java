/** Rows of organizations and members. Must not make access decisions. */
@NullMarked
package io.gatehouse.registry.tenant.organization;

import org.jspecify.annotations.NullMarked;
