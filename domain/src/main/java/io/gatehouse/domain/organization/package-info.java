/** Organizations and their members. Must not know how users sign in. */
@NullMarked
package io.gatehouse.domain.organization;

import org.jspecify.annotations.NullMarked;
