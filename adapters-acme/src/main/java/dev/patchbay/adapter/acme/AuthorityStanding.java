package dev.patchbay.adapter.acme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a certificate authority looks before anything is ordered from it. Has no secret in it.
 *
 * @param name its host, for messages
 * @param trouble why it could not be asked, in plain words; empty when it could
 * @param time what time it is there; empty when it did not say
 * @param terms where its terms are; empty when it names none
 * @param isBindingMissing whether it issues only to accounts that it gave credentials to, and the settings have none
 * @param profile the one that the settings want
 * @param profilesOffered those that it offers; empty when it knows nothing of profiles
 */
public record AuthorityStanding(
        String name,
        Optional<String> trouble,
        Optional<Instant> time,
        Optional<String> terms,
        boolean isBindingMissing,
        Optional<String> profile,
        List<String> profilesOffered) {
    public AuthorityStanding {
        profilesOffered = List.copyOf(profilesOffered);
    }

    /** Whether it does not offer what the settings want. */
    public boolean isProfileMissing() {
        return profile.filter(name -> !profilesOffered.contains(name)).isPresent();
    }
}
