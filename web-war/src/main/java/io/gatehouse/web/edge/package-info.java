/**
 * What every request passes, whatever it asks for: access, limits, paths, bodies, headers, errors. Must not know
 * a resource.
 */
@NullMarked
package io.gatehouse.web.edge;

import org.jspecify.annotations.NullMarked;
