/** What stores ask for rows with. Knows no entity and no table. */
@NullMarked
package io.gatehouse.domain.persistence;

import org.jspecify.annotations.NullMarked;
