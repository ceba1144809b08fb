/** Development data: a public organization with a template agent to install. Must do nothing in production. */
@NullMarked
package io.gatehouse.install.seed;

import org.jspecify.annotations.NullMarked;
