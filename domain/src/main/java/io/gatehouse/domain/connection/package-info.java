/** Chat channels of the operator. Must not call the platforms. */
@NullMarked
package io.gatehouse.domain.connection;

import org.jspecify.annotations.NullMarked;
