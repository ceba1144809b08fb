/** A client of Gatehouse that uses the domain's terms over HTTP. Knows the contract and no class of the application. */
@NullMarked
package io.gatehouse.blackbox.client;

import org.jspecify.annotations.NullMarked;
