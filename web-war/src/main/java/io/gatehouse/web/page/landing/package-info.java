/**
 * The landing page of a template: its description, signing in, the install code with links into each chat app, and live
 * updates of the install state. Everything works with links and forms; the script only saves reloading.
 */
@NullMarked
package io.gatehouse.web.page.landing;

import org.jspecify.annotations.NullMarked;
