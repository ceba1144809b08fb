/**
 * Filters for every request: they hide differences between servers, and handle broken requests and connections. Must
 * not know any path, and must be cheap.
 */
@NullMarked
package io.gatehouse.web.edge.request;

import org.jspecify.annotations.NullMarked;
