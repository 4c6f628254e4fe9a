package dev.patchbay.port.picture;

import java.util.Optional;

/** Fetches small pictures from where outside parties keep them. Safe for many threads; failures are answers, never exceptions. */
public interface Pictures {

    /**
     * The picture at an address that an outside party named.
     *
     * @param address whatever the party said, which may be no address at all
     * @return empty when it may not be called, does not answer in time, or is no small PNG, JPEG, GIF or WebP
     */
    Optional<Picture> at(String address);
}
