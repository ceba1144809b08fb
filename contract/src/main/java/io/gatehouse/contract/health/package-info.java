/** Readiness of the parts below the web module. Implemented by the registry; must not change anything. */
@NullMarked
package io.gatehouse.contract.health;

import org.jspecify.annotations.NullMarked;
