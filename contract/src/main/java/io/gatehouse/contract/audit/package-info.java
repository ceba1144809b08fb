/** The audit trail of an organization. Implemented by the registry; nothing here can change or remove an event. */
@NullMarked
package io.gatehouse.contract.audit;

import org.jspecify.annotations.NullMarked;
