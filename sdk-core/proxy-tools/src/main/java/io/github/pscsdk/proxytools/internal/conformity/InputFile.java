package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Reads the files that the command line names. */
public final class InputFile {
    private static final int MAX = 1 << 20;

    private InputFile() {}

    /** At most 1 MiB. */
    public static byte[] read(Path file) throws PscException {
        try (var in = Files.newInputStream(file)) {
            var content = in.readNBytes(MAX + 1);
            if (content.length > MAX) {
                throw new PscException(CommandLineProblem.INPUT_UNREADABLE, file + " has more than " + MAX + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The certification authorities in a file in PEM. */
    public static KeyStore authorities(Path pem) throws PscException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var factory = CertificateFactory.getInstance("X.509");
            for (var certificate : factory.generateCertificates(new ByteArrayInputStream(read(pem)))) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(pem, e);
        }
    }

    private static PscException unreadable(Path file, Exception cause) {
        return new PscException(CommandLineProblem.INPUT_UNREADABLE, file + " cannot be read", cause);
    }
}
