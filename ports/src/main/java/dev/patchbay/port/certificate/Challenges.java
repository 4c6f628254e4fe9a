package dev.patchbay.port.certificate;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import java.time.Instant;
import java.util.Optional;

/** Challenges that wait for an authority to look; any process answers any of them. Safe for many threads and processes. */
public interface Challenges {
    /** Keeps it, in the place of one with the same token. */
    void put(Challenge challenge);

    /** The one with that token, unless it expired. */
    Optional<Challenge> find(ChallengeToken token, Instant now);

    /** Takes it away; one that is not there is fine. */
    void remove(ChallengeToken token);

    /** Removes what expired before then, a bounded number at a time. @return how many */
    int purge(Instant before);
}
