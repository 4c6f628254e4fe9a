package dev.patchbay.sandbox.ledger;

import java.time.Instant;
import java.util.Set;

/**
 * One person's consent to one client: the family that its code, access tokens and refresh tokens belong to.
 *
 * @param id names the grant here; no secret
 * @param party who gave it, such as {@code spotify}
 * @param client the client's id
 * @param person the person's id at the party; empty for a client acting for itself
 * @param scopes what was consented to
 * @param begunAt when consent was given; what a consent's length is counted from
 */
public record Grant(String id, String party, String client, String person, Set<String> scopes, Instant begunAt) {}
