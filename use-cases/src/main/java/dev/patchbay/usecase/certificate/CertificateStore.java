package dev.patchbay.usecase.certificate;

import dev.patchbay.port.certificate.CertificateOrders;
import dev.patchbay.port.certificate.Certificates;
import dev.patchbay.port.certificate.Challenges;

/** What is kept about certificates, in one place. */
public record CertificateStore(Certificates certificates, CertificateOrders orders, Challenges challenges) {}
