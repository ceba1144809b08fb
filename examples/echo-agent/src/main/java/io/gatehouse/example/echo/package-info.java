/** An agent, as small as one can be: it registers, listens, answers, shows that it lives, and takes its leave. */
@NullMarked
package io.gatehouse.example.echo;

import org.jspecify.annotations.NullMarked;
