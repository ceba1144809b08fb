package io.gatehouse.blackbox.cases;

import io.gatehouse.blackbox.client.Gatehouse;

/** A suite of cases against a running Gatehouse. */
public interface Cases {

    Gatehouse gatehouse();
}
