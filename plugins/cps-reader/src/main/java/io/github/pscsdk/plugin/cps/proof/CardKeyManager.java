package io.github.pscsdk.plugin.cps.proof;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Offers the card's certificate to whoever asks for one. The list of authorities that the host sends is not looked at: the token holds
 * no intermediate certificate, so a host that names its root alone would be taken for one that does not want the card.
 */
final class CardKeyManager extends X509ExtendedKeyManager {
    private static final String CARD = "card";

    private final AuthenticationPair pair;
    private volatile boolean isAsked;

    CardKeyManager(AuthenticationPair pair) {
        this.pair = pair;
    }

    /** Whether the host has asked for a certificate. */
    boolean isAsked() {
        return isAsked;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        isAsked = true;
        return Arrays.asList(keyTypes).contains(pair.key().getAlgorithm()) ? CARD : null;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return chooseClientAlias(keyTypes, issuers, null);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {pair.certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return pair.key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {CARD};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
