package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.port.provider.MusicPlatform;

/**
 * Whom a connection is renewed with.
 *
 * @param treatedAs the platform's grant class, or a stricter one that was learned
 */
record Party(MusicPlatform platform, ClientApp app, GrantClass treatedAs) {}
