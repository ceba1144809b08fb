/**
 * JSON objects as values: of our own, and leniently those of others. Must not know what the fields mean. What an API
 * client sends is read strictly, by {@code web.json}.
 */
@NullMarked
package io.gatehouse.kernel.json;

import org.jspecify.annotations.NullMarked;
