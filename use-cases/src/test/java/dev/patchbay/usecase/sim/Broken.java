package dev.patchbay.usecase.sim;

/** A promise that was not kept. */
enum Broken {
    /** A grant was lost that a careful process would still have. */
    AVOIDABLE_LOSS,
    /** All is quiet, the row says connected, and its refresh token is dead. */
    SILENT_LOSS,
    /** The row says that the person has to reconnect, and its refresh token is live. */
    FALSE_DEATH,
    /** Somebody was told to connect again, or that nothing is connected, and their connection was well all the time. */
    FALSE_WORD,
    /** The row says that the person withdrew the grant, and it was lost here. */
    WRONG_REASON,
    /** A connection that had ended was claimed, to be renewed. */
    ENDED_CLAIMED,
    /** Two calls with tokens of one strict grant at the same time. */
    TWO_IN_FLIGHT,
    /** A refresh token was shown though its successor was in the store. */
    SPENT_SHOWN,
    /** A refresh token was shown by another app than the one it was granted to. */
    WRONG_APP,
    /** Somebody was lent a token that is not theirs. */
    FOREIGN_TOKEN,
    /** A renewed grant was written over a newer one. */
    OLD_GRANT,
    /** Somebody was lent a token that is in no row. */
    UNSTORED_TOKEN,
    /** Somebody was lent a token older than one acknowledged before they asked, or from before a disconnect. */
    OLD_TOKEN,
    /** Somebody was lent a token that had expired before they asked. */
    EXPIRED_TOKEN,
    /** All is quiet, the refresh token is live, and still nobody gets a token. */
    STUCK,
    /** A row is gone that nobody removed. */
    LOST_ROW,
    /** Trouble of the store's came out as something else than that, or a defect came out at all. */
    DEFECT
}
