package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** A browser window that has followed an address to its end: the page that the professional sees there. */
record Window(URI address, Answer page) {
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private static final Pattern CODE = Pattern.compile("<p class=\"code\">.*>([0-9]{3} [0-9]{3})<");

    static Window open(String address) throws IOException, InterruptedException {
        var response = BROWSER.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        return new Window(response.uri(), new Answer(response.statusCode(), response.headers(), response.body()));
    }

    /** Where a browser login that was begun leads the professional who logs in at once. */
    static Window ofLogin(Answer begun) throws IOException, InterruptedException {
        return open(begun.json("/authorizationUri"));
    }

    /** Where the login page sends the professional who logs in at once, and nobody has gone yet. */
    static URI returnOf(Answer begun) throws IOException, InterruptedException {
        var page = HttpRequest.newBuilder(URI.create(begun.json("/authorizationUri")))
                .build();
        var response = HttpClient.newHttpClient().send(page, BodyHandlers.discarding());
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    /** The digits on the page that a node has answered with. */
    static String codeIn(Answer page) {
        return new Window(URI.create("http://any"), page).code().replace(" ", "");
    }

    /** As shown, with its space. */
    String code() {
        var shown = CODE.matcher(page.text());
        assertTrue(shown.find(), "no code on a page of status " + page.status());
        return shown.group(1);
    }

    /** Six digits that are not the code. */
    String anotherCode() {
        return code().startsWith("0") ? "111111" : "000000";
    }
}
