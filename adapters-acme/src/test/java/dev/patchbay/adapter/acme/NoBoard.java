package dev.patchbay.adapter.acme;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.port.certificate.CertificateAuthority.ChallengeBoard;

/** Whatever is put there, nobody is shown it. */
final class NoBoard implements ChallengeBoard {
    @Override
    public void put(Challenge challenge) {}

    @Override
    public void takeDown(ChallengeToken token) {}
}
