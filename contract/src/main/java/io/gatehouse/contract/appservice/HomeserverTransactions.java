package io.gatehouse.contract.appservice;

/** Takes what the homeserver pushes (Matrix application service API v1.17, pushing events). */
public interface HomeserverTransactions {

    /**
     * Puts the events into the inboxes of the agents that are in their rooms, in order, and remembers the transaction,
     * in one transaction of the database: when this returns, all of it lasts, and when it throws, nothing does. A
     * transaction that was taken before is not taken again, nor is an event that another one brought; of any number of
     * concurrent calls for one transaction, one takes it and the others wait for that. One that has the id of another but
     * not its digest is none that was taken before: a homeserver may count anew.
     */
    void take(HomeserverTransaction transaction);
}
