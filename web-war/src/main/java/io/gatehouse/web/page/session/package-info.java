/**
 * Browser sessions: signing in at the OpenID provider, the sealed session cookie, and signing out. The cookie holds the
 * whole session and no token; the server only stores which sessions were ended.
 */
@NullMarked
package io.gatehouse.web.page.session;

import org.jspecify.annotations.NullMarked;
