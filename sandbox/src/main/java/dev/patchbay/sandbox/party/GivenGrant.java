package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;

/**
 * A grant that came about without a browser, as an app would hold it.
 *
 * @param grant the family
 * @param accessToken a live access token, issued now
 * @param refreshToken a live refresh token, issued now
 */
public record GivenGrant(Grant grant, IssuedToken accessToken, IssuedToken refreshToken) {}
