package io.github.pscsdk.walks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser without script, which follows redirects from one place to another and keeps cookies. */
final class Visitor {
    private static final Pattern BUTTON = Pattern.compile(
            "action=\"(?<address>[^\"]+)\"><input type=\"hidden\" name=\"csrf\" value=\"(?<token>[^\"]+)\">");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    /** Presses the button of a page that sends to that address. */
    HttpResponse<String> press(HttpResponse<String> page, String address) throws IOException, InterruptedException {
        var token = BUTTON.matcher(page.body())
                .results()
                .filter(button -> button.group(1).equals(address))
                .map(button -> button.group(2))
                .findFirst();
        assertTrue(token.isPresent(), () -> "no button " + address + ": " + page.body());
        return send(HttpRequest.newBuilder(page.uri().resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "csrf=" + URLEncoder.encode(token.orElseThrow(), StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        // The JDK takes a cookie with Max-Age and without Expires for one of RFC 2965, and would send it in quotes.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
        var location = answer.headers().firstValue("Location");
        return location.isPresent() ? get(answer.uri().resolve(location.get())) : answer;
    }
}
