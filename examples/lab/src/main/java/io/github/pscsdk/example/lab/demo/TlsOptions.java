package io.github.pscsdk.example.lab.demo;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code psc-lab simulate} about TLS. */
final class TlsOptions {
    @Option(
            names = "--https",
            description =
                    "Serve the simulator over TLS, with certificates that are made at the start and trusted nowhere; "
                            + "says where that of their authority is.")
    private boolean https;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Write the certificate of that authority to this file (PEM), which then stays. "
                    + "Default: a file that goes at the end.")
    private Optional<Path> authorityFile = Optional.empty();

    @Option(
            names = "--client-certificate",
            description =
                    "Make a certificate for your own client too, as a PKCS#12 file; its secret alone is then refused.")
    private boolean clientCertificate;

    boolean https() {
        return https;
    }

    /** Where the certificate of the authority goes; below the folder of the run unless chosen. */
    Optional<Path> authorityFile() {
        return authorityFile;
    }

    /** Whether the user's own client gets a certificate, and must present it. */
    boolean clientCertificate() {
        return clientCertificate;
    }

    /** Whether certificates were chosen, which exist over https only. */
    boolean areWithoutHttps() {
        return !https && (authorityFile.isPresent() || clientCertificate);
    }
}
