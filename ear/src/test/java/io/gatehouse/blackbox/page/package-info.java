/** The landing page in a real browser. Each suite covers one purpose of a visit. */
@NullMarked
package io.gatehouse.blackbox.page;

import org.jspecify.annotations.NullMarked;
