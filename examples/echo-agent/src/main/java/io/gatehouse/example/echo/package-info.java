/** A minimal agent: it registers, listens, answers, sends heartbeats, and deregisters. */
@NullMarked
package io.gatehouse.example.echo;

import org.jspecify.annotations.NullMarked;
