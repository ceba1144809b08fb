/** Browser sessions that were ended. Implemented by the registry; used wherever a session is accepted. */
@NullMarked
package io.gatehouse.contract.session;

import org.jspecify.annotations.NullMarked;
