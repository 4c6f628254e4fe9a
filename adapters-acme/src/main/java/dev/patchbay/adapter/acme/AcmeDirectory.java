package dev.patchbay.adapter.acme;

import java.net.URI;
import java.util.Optional;

/**
 * One authority, as the settings have it.
 *
 * @param url of its directory
 * @param profile the kind of certificate that is asked for where it is offered; empty for the authority's usual one
 */
record AcmeDirectory(URI url, Optional<ExternalAccount> externalAccount, Optional<String> profile) {}
