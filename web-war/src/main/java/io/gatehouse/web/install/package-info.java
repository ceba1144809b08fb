/** Installing from the web: tokens, installs and manifests. Turns requests into commands and results into answers. */
@NullMarked
package io.gatehouse.web.install;

import org.jspecify.annotations.NullMarked;
