/**
 * What Payara's HTTP listener does wrong before any application is asked, mended by reflection on the server's classes
 * (docs/adr/0141). On other servers it does nothing. Must not serve requests.
 */
@NullMarked
package io.gatehouse.web.edge.payara;

import org.jspecify.annotations.NullMarked;
