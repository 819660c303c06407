package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.security.auth.x500.X500Principal;

/**
 * How the service proves to Pro Santé Connect which client it is. Prints its method and nothing else.
 *
 * <p>ANS accepts a secret or a certificate from ordinary services, and certificates alone in the <i>Espace de
 * Confiance</i>.
 */
public abstract sealed class ClientAuthentication permits SecretAuthentication, CertificateAuthentication {
    ClientAuthentication() {}

    /**
     * {@code client_secret_basic}: the secret in an {@code Authorization} header.
     *
     * @param secret as ANS gave it; a line end or an invisible character at its ends, which pasting adds, is dropped
     * @throws IllegalArgumentException if it is empty or holds control characters
     */
    public static ClientAuthentication clientSecretBasic(String secret) {
        return new SecretAuthentication(new ClientCredentials.Basic(SecretAuthentication.clean(secret)));
    }

    /**
     * {@code client_secret_post}: the secret in the form. See {@link #clientSecretBasic} for what is accepted.
     *
     * @throws IllegalArgumentException if it is empty or holds control characters
     */
    public static ClientAuthentication clientSecretPost(String secret) {
        return new SecretAuthentication(new ClientCredentials.Post(SecretAuthentication.clean(secret)));
    }

    /**
     * {@code tls_client_auth} (RFC 8705): a TLS client certificate, of type ORG AUTH_CLI of IGC-Santé.
     *
     * @param store holds exactly one private key with its certificate chain
     * @param password of that key; not kept
     * @throws IllegalArgumentException if the store holds no key or several, or if the password does not open it
     */
    public static ClientAuthentication tlsClientAuth(KeyStore store, char[] password) {
        return CertificateAuthentication.of(store, password);
    }

    /**
     * The same from a PKCS#12 file.
     *
     * @param pkcs12 holds exactly one private key with its certificate chain
     * @param password of the file and of the key; not kept
     * @throws IOException if the file cannot be read or the password does not open it
     * @throws GeneralSecurityException if its content cannot be used on this Java platform
     * @throws IllegalArgumentException if it holds no key or several
     */
    public static ClientAuthentication tlsClientAuth(Path pkcs12, char[] password)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(pkcs12)) {
            store.load(in, password);
        }
        return tlsClientAuth(store, password);
    }

    /**
     * What shows the client's certificate in TLS handshakes: at Pro Santé Connect, and wherever a token is used that is bound
     * to it (RFC 8705, section 3). Empty for a secret.
     */
    public final List<KeyManager> keyManagers() {
        return credentials() instanceof ClientCredentials.Certificate shown ? shown.keyManagers() : List.of();
    }

    abstract ClientCredentials credentials();

    /** What the client shows in a TLS handshake, if anything. */
    abstract Optional<X509Certificate> certificate();

    final Optional<String> certificateSubject() {
        return certificate().map(shown -> shown.getSubjectX500Principal().getName(X500Principal.RFC2253));
    }

    /** The method's name, such as {@code tls_client_auth}. */
    @Override
    public final String toString() {
        return credentials().toString();
    }
}
