/** Browser sessions that were ended before their time. A session itself is nowhere but in its browser. */
@NullMarked
package io.gatehouse.domain.session;

import org.jspecify.annotations.NullMarked;
