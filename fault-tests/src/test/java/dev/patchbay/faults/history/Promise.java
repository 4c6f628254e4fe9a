package dev.patchbay.faults.history;

/** What holds in every run, whatever goes wrong in it. */
public enum Promise {
    /** A token that is lent was issued to that very connection. */
    LENT_TO_ITS_OWNER,
    /** No token is lent that is older than one that somebody had been given before the request began. */
    NEVER_OLDER_THAN_ACKNOWLEDGED,
    /** No token is lent that has expired, or after a disconnect that was acknowledged. */
    NEVER_STALE,
    /** A platform that is strict about reuse never has two refresh calls of one grant at a time. */
    ONE_CALL_AT_A_TIME,
    /** A refresh token is not shown again once its successor was stored. */
    NO_SPENT_TOKEN_SHOWN,
    /** Whoever is said to be connected can be renewed. */
    NO_SILENT_LOSS,
    /** Whoever is asked to reconnect has a grant that is dead indeed. */
    NO_FALSE_ALARM,
    /** Trouble of our own or of the platform is 503, 504 or 429, and nothing else. */
    TROUBLE_IS_TEMPORARY,
    /** A grant is lost only where the platform is strict and had processed a call whose answer could not become durable. */
    NO_AVOIDABLE_LOSS,
    /** Such a loss is told within two minutes, with the cause that it is. */
    LOSS_IS_TOLD
}
