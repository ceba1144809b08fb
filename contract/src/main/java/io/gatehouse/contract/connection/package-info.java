/** Chat channels as administrators see them: without their secrets. Implemented by the install module. */
@NullMarked
package io.gatehouse.contract.connection;

import org.jspecify.annotations.NullMarked;
