/**
 * Which platform account belongs to which user. Stores the links and decides their races. Must not know the formats of
 * accounts.
 */
@NullMarked
package io.gatehouse.registry.tenant.identity;

import org.jspecify.annotations.NullMarked;
