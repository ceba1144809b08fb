/** Which platform account is whose. Holds the links and their races; must not know how accounts are written. */
@NullMarked
package io.gatehouse.registry.identity;

import org.jspecify.annotations.NullMarked;
