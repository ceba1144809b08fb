/** Rules for text, wherever it comes from. Must not depend on its meaning. */
@NullMarked
package io.gatehouse.kernel.text;

import org.jspecify.annotations.NullMarked;
