package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The files with which a client speaks TLS with the simulator.
 *
 * @param authority the certificate to trust, in PEM
 * @param client key and chain of the user's own client (PKCS#12), if it has them
 */
record TlsFiles(Path authority, Optional<ClientStore> client) {
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** A key store. */
    record ClientStore(Path file, String password) {
        @Override
        public String toString() {
            return "ClientStore[" + file + "]";
        }
    }

    static TlsFiles write(PscSimulator simulator, Optional<TestClient> own, PrivateFolder folder) throws PscException {
        var pem = pem(simulator.trustStore()).getBytes(StandardCharsets.US_ASCII);
        var authority = folder.file("psc-ca.pem");
        write(authority, pem);
        var certified = own.filter(client -> client.registration().demandsCertificate());
        return new TlsFiles(
                authority,
                certified.isPresent() ? Optional.of(store(simulator, certified.get(), folder)) : Optional.empty());
    }

    private static ClientStore store(PscSimulator simulator, TestClient client, PrivateFolder folder)
            throws PscException {
        var file = folder.file("psc-client.p12");
        var password = simulator.keyStorePassword();
        try {
            var bytes = new ByteArrayOutputStream();
            simulator.clientKeyStore(client.id()).store(bytes, password);
            write(file, bytes.toByteArray());
            return new ClientStore(file, new String(password));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store that was just made cannot be written", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static String pem(KeyStore authorities) {
        try {
            var certificate = authorities.getCertificate(authorities.aliases().nextElement());
            return "-----BEGIN CERTIFICATE-----\n" + PEM.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was just made cannot be read", e);
        }
    }

    private static void write(Path file, byte[] content) throws PscException {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new PscException(LabProblem.SERVER_NOT_STARTED, "cannot write the certificate", e);
        }
    }
}
