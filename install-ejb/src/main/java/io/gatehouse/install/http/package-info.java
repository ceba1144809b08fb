/**
 * Calls to addresses that an administrator chose: never to where they must not go, and with an answer that says whether
 * the call can have been heard. Must not know which platform is called.
 */
@NullMarked
package io.gatehouse.install.http;

import org.jspecify.annotations.NullMarked;
