package dev.patchbay.adapter.web.page;

import java.util.Optional;

/**
 * What a browser brings back in the address of the start page.
 *
 * @param error the code of a refusal
 * @param connected the platform just connected
 * @param linked the sign-in provider just linked
 * @param kept the platform whose connection was not given to another outside account
 * @param reconnect the platform whose connection somebody was asked to renew
 */
record Visit(
        Optional<String> error,
        Optional<String> connected,
        Optional<String> linked,
        Optional<String> kept,
        Optional<String> reconnect) {}
