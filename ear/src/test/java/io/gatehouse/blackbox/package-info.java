/**
 * Black-box tests of what ships: the runnable JAR on Payara Micro and the EAR on WildFly and Payara Server, each over
 * HTTP with the same cases. This package holds one class per server; the cases know no server.
 *
 * <p>To add cases: write an interface in {@code cases} that extends {@link io.gatehouse.blackbox.cases.Cases} and has
 * default {@code @Test} methods, and name it in {@link io.gatehouse.blackbox.cases.EveryServer}. The cases then run on
 * every server. All cases share one server and one database, so each creates its own users and accounts
 * ({@code gatehouse().newcomer()}, {@code ChatAccount.whatsapp()}) and must not expect empty tables. Cases that need a
 * server with other settings, or that kill it, get a class of their own here with its own {@code MicroProcess}.
 *
 * <p>To run one class: {@code mvn verify -pl ear -am -DskipUnitTests -Dit.test=PayaraMicroIT}.
 */
@NullMarked
package io.gatehouse.blackbox;

import org.jspecify.annotations.NullMarked;
