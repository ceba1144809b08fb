/** A real browser, a reader of QR codes and an accessibility checker. Holds no cases. */
@NullMarked
package io.gatehouse.blackbox.browser;

import org.jspecify.annotations.NullMarked;
