package io.github.pscsdk.testkit.simulator.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;

/** A request as a handler sees it, with no body parameters if it is no form, and headers in lower case. */
public record IncomingRequest(
        String method,
        String path,
        FormParameters query,
        FormParameters body,
        Map<String, String> headers,
        Optional<X509Certificate> certificate) {
    /** The largest form: tokens and hints take a few KiB. Bytes beyond the limit are not read. */
    private static final int MAX_BODY = 256 * 1024;

    static IncomingRequest read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var isForm = isForm(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")));
        var body = new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        return new IncomingRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                FormParameters.parse(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                FormParameters.parse(isForm ? body : ""),
                headers(exchange.getRequestHeaders()),
                certificate(exchange));
    }

    private static Map<String, String> headers(Headers headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().get(0)));
    }

    private static boolean isForm(Optional<String> contentType) {
        return contentType
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter("application/x-www-form-urlencoded"::equals)
                .isPresent();
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

    /** The parameters of the body; {@code invalid_request} if it is not a form, or breaks the rules of OAuth. */
    public FormParameters form() throws OAuthErrorException {
        if (!isForm(header("Content-Type"))) {
            throw OAuthErrorException.invalidRequest("The body must be application/x-www-form-urlencoded");
        }
        return body.wellFormed();
    }

    /** The parameters of the query for a GET, of the body otherwise. */
    public FormParameters parameters() {
        return method.equals("GET") ? query : body;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> cookie(String name) {
        return header("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    public AuthMethod authMethod() {
        var secretInForm = body.optional("client_secret").isPresent();
        if (basicCredentials().isPresent()) {
            return secretInForm ? AuthMethod.SEVERAL : AuthMethod.CLIENT_SECRET_BASIC;
        } else if (bearerToken().isPresent()) {
            return AuthMethod.BEARER;
        } else if (secretInForm) {
            return AuthMethod.CLIENT_SECRET_POST;
        }
        var certified = certificate.isPresent() && body.optional("client_id").isPresent();
        return certified ? AuthMethod.TLS_CLIENT_AUTH : AuthMethod.NONE;
    }

    public Optional<String> basicCredentials() {
        return credentials("basic ");
    }

    public Optional<String> bearerToken() {
        return credentials("bearer ");
    }

    private Optional<String> credentials(String scheme) {
        return header("Authorization")
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(scheme))
                .map(header -> header.substring(scheme.length()).strip());
    }

    @Override
    public String toString() {
        return "Incoming[" + method + " " + path + "]";
    }
}
