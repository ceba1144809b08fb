/** Appends to the audit chains and verifies them. Nothing here changes or removes an event. */
@NullMarked
package io.gatehouse.registry.tenant.audit;

import org.jspecify.annotations.NullMarked;
