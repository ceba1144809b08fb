/** Sample data: a public organization with a template agent to install. Must write nothing in production mode. */
@NullMarked
package io.gatehouse.dev.sample;

import org.jspecify.annotations.NullMarked;
