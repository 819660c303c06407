package io.github.pscsdk.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Hands requests on to Keycloak as a reverse proxy does that ends TLS: with the public address, and with the client's certificate. */
final class Relay {
    /** The certificate as base64 of its DER form, as HAProxy writes it. Whoever sends it themselves is not believed. */
    static final String CERTIFICATE = "X-Interop-Certificate";

    // Of one connection only, or ours to say.
    private static final Set<String> NOT_HANDED_ON =
            Set.of("connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final URI publicAddress;

    Relay(URI keycloak, URI publicAddress) {
        this.keycloak = keycloak;
        this.publicAddress = publicAddress;
    }

    /** Sends the request on to a path there, with that body. */
    HttpResponse<byte[]> send(HttpExchange exchange, String target, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(keycloak.resolve(target)).timeout(Duration.ofSeconds(60));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isHandedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        request.header("X-Forwarded-Proto", publicAddress.getScheme())
                .header("X-Forwarded-Host", publicAddress.getHost())
                .header("X-Forwarded-Port", Integer.toString(publicAddress.getPort()));
        certificate(exchange).ifPresent(value -> request.header(CERTIFICATE, value));
        try {
            return http.send(
                    request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Gives its answer to whoever asked. */
    static void answer(HttpExchange exchange, HttpResponse<?> given, byte[] body) throws IOException {
        given.headers().map().forEach((name, values) -> {
            if (isHandedOn(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(given.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean isHandedOn(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !NOT_HANDED_ON.contains(lower)
                && Stream.of("x-forwarded-", ":", CERTIFICATE.toLowerCase(Locale.ROOT))
                        .noneMatch(lower::startsWith);
    }

    private static Optional<String> certificate(HttpExchange exchange) {
        try {
            if (!(exchange instanceof HttpsExchange secure)) {
                return Optional.empty();
            }
            var certificate = secure.getSSLSession().getPeerCertificates()[0];
            return Optional.of(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
