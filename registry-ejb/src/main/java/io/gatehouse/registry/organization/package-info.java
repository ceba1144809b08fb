/** Rows of organizations and members. Must not decide who may do what. */
@NullMarked
package io.gatehouse.registry.organization;

import org.jspecify.annotations.NullMarked;
