package dev.patchbay.domain.offender;

import java.util.Optional;

public interface KeepsPlainSecrets {
    String accessToken();

    Optional<String> clientSecret();

    void redeem(String authorizationCode);

    record InARecord(String nonce) {}
}
