package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * How the service proves to PSC which client it is; prints its method alone. ANS accepts a secret or a certificate, and
 * in the <i>Espace de Confiance</i> only certificates.
 */
public final class ClientAuthentication {
    // The characters that pasting from a web page or a file adds: line ends, zero-width characters, a byte-order mark.
    private static final String PASTED = "\r\n\u200B\u200C\u200D\u2060\uFEFF";

    private final ClientCredentials credentials;

    private ClientAuthentication(ClientCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * {@code client_secret_basic}: the secret in an {@code Authorization} header.
     *
     * @param secret as ANS gave it; line ends and invisible characters at its ends, which pasting adds, are dropped
     * @throws IllegalArgumentException if it is empty or holds control characters
     */
    public static ClientAuthentication clientSecretBasic(String secret) {
        return new ClientAuthentication(ClientCredentials.secret(Method.CLIENT_SECRET_BASIC, unpasted(secret)));
    }

    /** {@code client_secret_post}: the secret in the form, accepted as by {@link #clientSecretBasic}. */
    public static ClientAuthentication clientSecretPost(String secret) {
        return new ClientAuthentication(ClientCredentials.secret(Method.CLIENT_SECRET_POST, unpasted(secret)));
    }

    /**
     * {@code tls_client_auth} (RFC 8705): a TLS client certificate, of type ORG AUTH_CLI of IGC-Santé.
     *
     * @param store holds exactly one private key with its certificate chain
     * @param password of that key; not kept
     * @throws IllegalArgumentException if the store holds no key or several, or if the password does not open it
     */
    public static ClientAuthentication tlsClientAuth(KeyStore store, char[] password) {
        try {
            var alias = onlyKeyOf(store);
            if (store.getKey(alias, password) == null
                    || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
                throw new IllegalArgumentException("the key store holds no private key with its certificate");
            }
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return new ClientAuthentication(ClientCredentials.certificate(certificate, List.of(keys.getKeyManagers())));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store cannot be opened with this password", e);
        }
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
        Objects.requireNonNull(password, "password");
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(Objects.requireNonNull(pkcs12, "pkcs12"))) {
            store.load(in, password);
        }
        return tlsClientAuth(store, password);
    }

    private static String unpasted(String pasted) {
        var secret = Objects.requireNonNull(pasted, "secret").replaceAll("^[" + PASTED + "]+|[" + PASTED + "]+$", "");
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the client secret is empty");
        }
        if (secret.chars().anyMatch(c -> Character.isISOControl(c) || PASTED.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("the client secret holds control or invisible characters");
        }
        return secret;
    }

    private static String onlyKeyOf(KeyStore store) throws KeyStoreException {
        List<String> keys = new ArrayList<>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IllegalArgumentException("the key store must hold exactly one private key, not " + keys.size());
        }
        return keys.get(0);
    }

    /**
     * Shows the client's certificate in TLS handshakes, at PSC and wherever a token is used that is bound to it (RFC
     * 8705, section 3). Empty for a secret.
     */
    public List<KeyManager> keyManagers() {
        return credentials.keyManagers();
    }

    /** The client's TLS certificate; empty for a secret. */
    public Optional<X509Certificate> certificate() {
        return credentials.certificate();
    }

    /**
     * The client of an API, if it can be used there beside this one.
     *
     * @throws IllegalArgumentException as {@link RelyingPartyBuilder#build} throws it
     */
    public ApiClientRegistration checkedFor(ApiAudience audience) {
        KnownApis.check(credentials, audience);
        return audience.client();
    }

    /**
     * The proof as requests carry it, for the modules of this SDK.
     *
     * @hidden javadoc fails at a type that it leaves out
     */
    public ClientCredentials credentials() {
        return credentials;
    }

    @Override
    public String toString() {
        return credentials.toString();
    }
}
