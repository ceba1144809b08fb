/** What stores ask for rows with. Knows no entity and no table. */
@NullMarked
package io.gatehouse.kernel.persistence;

import org.jspecify.annotations.NullMarked;
