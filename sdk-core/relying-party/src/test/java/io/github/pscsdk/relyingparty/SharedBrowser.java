package io.github.pscsdk.relyingparty;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A browser that several people use: it keeps the cookie of PSC's session, and tells where it is sent. */
public final class SharedBrowser {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Where PSC sends the browser from that page. */
    public URI visit(URI page) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(30)).build();
        var response = http.send(request, BodyHandlers.ofString());
        return response.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new AssertionError("PSC shows a page of status " + response.statusCode()));
    }
}
