package dev.patchbay.adapter.acme;

import dev.patchbay.port.certificate.CertificateAuthority;
import java.util.List;
import java.util.Optional;

/**
 * The authorities that the settings name.
 *
 * @param inOrder in the order in which they are tried; at least one
 * @param rehearsal where orders are rehearsed after failures; empty when the settings name none
 */
public record AcmeAuthorities(List<CertificateAuthority> inOrder, Optional<CertificateAuthority> rehearsal) {}
