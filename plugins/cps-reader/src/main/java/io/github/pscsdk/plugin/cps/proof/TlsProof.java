package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.card.AuthenticationCertificate;
import io.github.pscsdk.plugin.cps.internal.card.CardDataException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The handshake, and one request after it: in TLS 1.3 the host's verdict on the certificate comes with its answer. */
final class TlsProof {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final CardGeneration generation;
    private final Optional<KeyStore> trust;

    TlsProof(CardGeneration generation, Optional<KeyStore> trust) {
        this.generation = generation;
        this.trust = trust;
    }

    ProvenCard to(ProofHost host, AuthenticationPair pair) throws PscException {
        try (var plain = connect(host)) {
            return to(host, pair, plain);
        } catch (IOException e) {
            throw HandshakeFailure.afterwards(e);
        }
    }

    private ProvenCard to(ProofHost host, AuthenticationPair pair, Socket plain) throws PscException, IOException {
        var keys = new CardKeyManager(pair);
        try (var socket = over(plain, host, context(keys))) {
            var session = shakeHands(socket, keys);
            if (session.getLocalCertificates() == null) {
                throw new PscException(CardProblem.PROOF_NOT_ASKED, "the host asks for no client certificate");
            }
            socket.getOutputStream().write(host.request().getBytes(StandardCharsets.US_ASCII));
            HostVerdict.read(socket.getInputStream()).requireAcceptance();
            return new ProvenCard(
                    pair.certificate(),
                    AuthenticationCertificate.of(pair.certificate().getEncoded())
                            .nationalId(),
                    session.getProtocol());
        } catch (GeneralSecurityException | CardDataException e) {
            throw new PscException(CardProblem.CARD_UNREADABLE, "the authentication certificate cannot be read");
        }
    }

    private static Socket connect(ProofHost host) throws PscException {
        var socket = new Socket();
        try {
            socket.connect(host.address(), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            return socket;
        } catch (IOException e) {
            throw new PscException(CardProblem.PROOF_HOST_UNREACHABLE, "no connection to the host of the proof", e);
        }
    }

    private SSLSocket over(Socket plain, ProofHost host, SSLContext context) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host.name(), host.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setProtocols(generation.protocols());
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static SSLSession shakeHands(SSLSocket socket, CardKeyManager keys) throws PscException {
        try {
            socket.startHandshake();
            return socket.getSession();
        } catch (IOException | ProviderException e) {
            throw HandshakeFailure.during(e, keys.isAsked());
        }
    }

    private SSLContext context(CardKeyManager keys) throws GeneralSecurityException {
        var authorities = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        authorities.init(trust.orElse(null));
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {keys}, authorities.getTrustManagers(), null);
        return context;
    }
}
