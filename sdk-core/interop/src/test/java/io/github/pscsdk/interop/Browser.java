package io.github.pscsdk.interop;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A professional's browser: keeps cookies, follows the wallet's redirects, shows its pages. */
final class Browser {
    private final HttpClient http;

    Browser(SSLContext trust) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .cookieHandler(new CookieManager())
                .build();
    }

    /** What came of a visit: a page of the wallet, or an address elsewhere that it sent the browser to. */
    record Place(URI address, String html) {
        boolean isPage() {
            return !html.isEmpty();
        }

        LoginForm form() {
            return LoginForm.in(this);
        }
    }

    Place open(URI address) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(address).GET());
    }

    Place submit(URI action, Map<String, String> fields) throws IOException, InterruptedException {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private Place follow(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = send(request);
        while (answer.statusCode() / 100 == 3) {
            var next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            if (!"https".equals(next.getScheme())) {
                return new Place(next, "");
            }
            answer = send(HttpRequest.newBuilder(next).GET());
        }
        return new Place(answer.uri(), answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }
}
