/** Browser sessions that were ended early. A session itself is stored only in its browser. */
@NullMarked
package io.gatehouse.domain.session;

import org.jspecify.annotations.NullMarked;
