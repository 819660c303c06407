package io.github.pscsdk.proxy.internal.certificate;

import java.util.List;

/** What has certificates of the configuration in use for as long as the proxy runs. */
@FunctionalInterface
public interface CertificateSource {
    /** All of them. */
    List<ConfiguredCertificate> certificates();
}
