package dev.patchbay.adapter.web.signin;

import dev.patchbay.domain.account.Account;
import io.micronaut.serde.annotation.Serdeable;

/** Who is signed in, by the cookie that comes with it. */
@Serdeable.Serializable
record SignedInResponse(SessionResponse.AccountResponse account) {

    static SignedInResponse of(Account account) {
        return new SignedInResponse(SessionResponse.AccountResponse.of(account));
    }
}
