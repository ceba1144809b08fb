/**
 * What ships, tested as it ships: the runnable JAR on Payara Micro, the EAR on WildFly and on Payara Server, each over
 * HTTP with the same cases. Holds one class per server and nothing else; the cases know no server.
 *
 * <p>To add cases: write an interface in {@code cases} that extends {@link io.gatehouse.blackbox.cases.Cases} and has
 * default {@code @Test} methods, and name it in {@link io.gatehouse.blackbox.cases.EveryServer}. They then run on every
 * server. Cases share one server and one database with all others, so each makes its own users and accounts
 * ({@code gatehouse().newcomer()}, {@code ChatAccount.whatsapp()}) and counts on no empty table. What needs a server
 * with settings of its own, or to be killed, gets a class of its own here with its own {@code MicroProcess}.
 *
 * <p>To run one: {@code mvn verify -pl ear -am -DskipUnitTests -Dit.test=PayaraMicroIT}.
 */
@NullMarked
package io.gatehouse.blackbox;

import org.jspecify.annotations.NullMarked;
