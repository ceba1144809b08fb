/** Additions to the served OpenAPI document beyond the annotations of resources. Must not change what is served. */
@NullMarked
package io.gatehouse.web.api.openapi;

import org.jspecify.annotations.NullMarked;
