/** Browser sessions that were ended. Implemented by the registry, asked by whoever lets a browser in. */
@NullMarked
package io.gatehouse.contract.session;

import org.jspecify.annotations.NullMarked;
