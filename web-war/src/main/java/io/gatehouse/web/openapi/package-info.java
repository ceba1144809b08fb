/** What the served OpenAPI document says beyond the annotations of the resources. Must not change what is served. */
@NullMarked
package io.gatehouse.web.openapi;

import org.jspecify.annotations.NullMarked;
