/** Registers users on their first call, so that their organization exists when the call is handled. */
@NullMarked
package io.gatehouse.web.page.signin;

import org.jspecify.annotations.NullMarked;
