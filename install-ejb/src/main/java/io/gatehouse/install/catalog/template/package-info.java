/**
 * Templates of public organizations: lookup, minting of install tokens for them, and the data of landing pages. Must
 * not write.
 */
@NullMarked
package io.gatehouse.install.catalog.template;

import org.jspecify.annotations.NullMarked;
