/** How what transactions read is remembered. Must not know what it is. */
@NullMarked
package io.gatehouse.install.transaction;

import org.jspecify.annotations.NullMarked;
