/**
 * Browser sessions: signing in at the OpenID provider, the sealed cookie that a browser holds and no token, and signing
 * out. The cookie is all there is of a session, but for the list of those that were ended.
 */
@NullMarked
package io.gatehouse.web.session;

import org.jspecify.annotations.NullMarked;
