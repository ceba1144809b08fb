/** The resources of the APIs, by caller. Must not verify credentials themselves, nor make pages. */
@NullMarked
package io.gatehouse.web.api;

import org.jspecify.annotations.NullMarked;
