package io.gatehouse.contract.appservice;

/** Receives transactions from the homeserver (Matrix application service API v1.17, pushing events). */
public interface HomeserverTransactions {

    /**
     * Puts the events, in order, into the inboxes of the agents in their rooms and records the transaction, in one
     * database transaction: when this returns all of it is stored, when it throws nothing is. A transaction that was
     * taken before is ignored, and so is an event that another transaction brought. Of several concurrent calls with
     * one transaction, one stores it and the others block until it has. A known id with another digest is a new
     * transaction: a homeserver may restart its numbering.
     */
    void take(HomeserverTransaction transaction);
}
