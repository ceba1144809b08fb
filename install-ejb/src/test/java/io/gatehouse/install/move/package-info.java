/** Tests of accounts that change hands. */
@NullMarked
package io.gatehouse.install.move;

import org.jspecify.annotations.NullMarked;
