package io.github.pscsdk.example.practiceweb.lab;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A browser without script. It follows a redirect only when told. */
public final class Visitor {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Fetches a page. */
    public PageResponse get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    /** Sends a form. */
    public PageResponse post(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private PageResponse send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        // The JDK takes a cookie with Max-Age and without Expires for one of RFC 2965, and would send it in quotes.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
        return new PageResponse(answer);
    }

    /** Follows redirects, as long as there are any. */
    public PageResponse follow(PageResponse answer) throws IOException, InterruptedException {
        var last = answer;
        while (last.status() == 303 || last.status() == 302) {
            last = get(last.location());
        }
        return last;
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Puts a cookie into the browser, for every page of that site. */
    public void put(URI site, String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain(site.getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(site, cookie);
    }
}
