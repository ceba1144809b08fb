/** Pages of lists. Value types only. */
@NullMarked
package io.gatehouse.contract.page;

import org.jspecify.annotations.NullMarked;
