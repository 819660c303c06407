package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.internal.card.AuthenticationCertificate;
import io.github.pscsdk.plugin.cps.internal.card.CardDataException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The handshake, and one request after it: in TLS 1.3 a host refuses the certificate only by what it answers. */
final class TlsProof {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 30_000;

    private static final int LONGEST_START = 15;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");

    /** Bad request and its kin are how common web servers refuse a certificate after an accepted handshake. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 495, 496);

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
            throw ProofFailures.afterHandshake(e);
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
            requireAcceptance(status(socket.getInputStream()));
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
            throw ProofFailures.duringHandshake(e, keys.isAsked());
        }
    }

    private SSLContext context(CardKeyManager keys) throws GeneralSecurityException {
        var authorities = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        authorities.init(trust.orElse(null));
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {keys}, authorities.getTrustManagers(), null);
        return context;
    }

    /** The status of the host's answer. */
    private static int status(InputStream answer) throws IOException {
        var start = new String(answer.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1);
        if (start.isEmpty()) {
            throw new EOFException("the host closed the connection without an answer");
        }
        var status = STATUS.matcher(start.lines().findFirst().orElse(""));
        if (!status.matches()) {
            throw new IOException("the host does not speak HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    private static void requireAcceptance(int status) throws PscException {
        if (REFUSALS.contains(status)) {
            throw new PscException(CardProblem.PROOF_REFUSED, "the host answers " + status);
        }
    }
}
