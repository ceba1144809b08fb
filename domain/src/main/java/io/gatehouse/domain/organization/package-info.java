/** Organizations and their members. Holds who belongs where; must not know how anyone signs in. */
@NullMarked
package io.gatehouse.domain.organization;

import org.jspecify.annotations.NullMarked;
