/** What people find on the landing page, in a real browser. Each suite is about one thing that they come for. */
@NullMarked
package io.gatehouse.blackbox.page;

import org.jspecify.annotations.NullMarked;
