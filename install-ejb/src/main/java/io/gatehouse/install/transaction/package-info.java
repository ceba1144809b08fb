/**
 * Where transactions of this module begin, which lost races are worth another try, and how what they read is remembered. Must
 * not know what they are for.
 */
@NullMarked
package io.gatehouse.install.transaction;

import org.jspecify.annotations.NullMarked;
