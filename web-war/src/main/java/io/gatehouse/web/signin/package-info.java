/** Tells the registry of users when they show up, so that a first call finds their organization made. */
@NullMarked
package io.gatehouse.web.signin;

import org.jspecify.annotations.NullMarked;
