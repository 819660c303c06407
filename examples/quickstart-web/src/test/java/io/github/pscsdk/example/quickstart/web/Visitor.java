package io.github.pscsdk.example.quickstart.web;

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

/** A browser without script, which follows redirects. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    /** Presses the button of a page that sends to that address. */
    HttpResponse<String> press(HttpResponse<String> page, String address) throws IOException, InterruptedException {
        var token = TOKEN.matcher(page.body());
        if (!token.find() || !page.body().contains("action=\"" + address + "\"")) {
            throw new AssertionError("no such button: " + page.body());
        }
        return send(HttpRequest.newBuilder(page.uri().resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        // The JDK takes a cookie with Max-Age and without Expires for one of RFC 2965, and would send it in quotes.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
        var location = answer.headers().firstValue("Location");
        return location.isPresent() ? get(answer.uri().resolve(location.get())) : answer;
    }
}
