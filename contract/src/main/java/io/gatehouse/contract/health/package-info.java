/** Whether the parts below the web edge can serve. Implemented by the registry; must not change anything. */
@NullMarked
package io.gatehouse.contract.health;

import org.jspecify.annotations.NullMarked;
