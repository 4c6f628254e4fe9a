package dev.patchbay.sandbox.ledger;

/** What a call was for; a token URL counts as one of three, by its {@code grant_type}. */
public enum Endpoint {
    /** The authorization page, and the decision taken there. */
    AUTHORIZE,
    /** A code exchanged for tokens, or a token request with an unknown grant type. */
    EXCHANGE,
    /** A refresh token used. */
    REFRESH,
    /** The client asking for itself ({@code client_credentials}). */
    CLIENT_CREDENTIALS,
    /** Who is this? {@code /me}, {@code /userinfo}. */
    PROFILE,
    /** Token revocation (RFC 7009). */
    REVOKE,
    /** OpenID provider metadata. */
    DISCOVERY,
    /** The JWK set. */
    KEYS,
    /** A bot sends a message: {@code sendMessage}. */
    BOT_SEND,
    /** A bot asks for updates: {@code getUpdates}. */
    BOT_UPDATES,
    /** Any other method of the Bot API. */
    BOT_CALL
}
