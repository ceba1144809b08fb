/**
 * The landing page of a template: what it is, signing in, the code with a way into each chat app, and the state of the
 * install as it happens. Everything works by links and forms; the script saves people the reloading.
 */
@NullMarked
package io.gatehouse.web.landing;

import org.jspecify.annotations.NullMarked;
