/** Installing from the web: tokens, installs and manifests. Converts requests to commands, and results to answers. */
@NullMarked
package io.gatehouse.web.api.install;

import org.jspecify.annotations.NullMarked;
