/** Events of the audit trail, and the head of each chain. Nothing here changes or removes an event. */
@NullMarked
package io.gatehouse.domain.audit;

import org.jspecify.annotations.NullMarked;
