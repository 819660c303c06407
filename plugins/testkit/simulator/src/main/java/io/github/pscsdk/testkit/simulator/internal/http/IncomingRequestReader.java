package io.github.pscsdk.testkit.simulator.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Makes an {@link IncomingRequest} from an exchange of the JDK's server. */
final class IncomingRequestReader {
    /** The largest form: tokens and hints take a few KiB. Bytes beyond the limit are not read. */
    private static final int MAX_BODY = 256 * 1024;

    private IncomingRequestReader() {}

    static IncomingRequest read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var isForm = isForm(exchange.getRequestHeaders().getFirst("Content-Type"));
        var body = new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        return new IncomingRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                FormParameters.parse(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                FormParameters.parse(isForm ? body : ""),
                isForm,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                headers(exchange.getRequestHeaders()),
                certificate(exchange));
    }

    private static Map<String, String> headers(Headers headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().get(0)));
    }

    private static boolean isForm(String contentType) {
        return contentType != null
                && contentType
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("application/x-www-form-urlencoded");
    }

    private static Optional<X509Certificate> certificate(HttpExchange exchange) {
        if (!(exchange instanceof HttpsExchange secure)) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate) secure.getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty(); // the way the JDK says that none was presented
        }
    }
}
