package io.github.pscsdk.example.lab.demo;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The choice of TLS for the simulator.
 *
 * @param authorityFile where its authority's certificate goes; below the folder of the run unless chosen
 * @param clientCertificate whether the user's own client gets a certificate, and must present it
 */
record TlsChoice(boolean https, Optional<Path> authorityFile, boolean clientCertificate) {
    static final TlsChoice NONE = new TlsChoice(false, Optional.empty(), false);

    TlsChoice {
        Objects.requireNonNull(authorityFile, "authorityFile");
        if (!https && (authorityFile.isPresent() || clientCertificate)) {
            throw new IllegalArgumentException("certificates exist over https only");
        }
    }
}
