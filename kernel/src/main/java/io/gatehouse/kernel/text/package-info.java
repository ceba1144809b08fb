/** What text may be, wherever it comes from. Must not know what is said in it. */
@NullMarked
package io.gatehouse.kernel.text;

import org.jspecify.annotations.NullMarked;
