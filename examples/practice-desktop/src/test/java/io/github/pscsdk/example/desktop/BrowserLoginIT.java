package io.github.pscsdk.example.desktop;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.lab.Lab;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnDisplay
@Timeout(90)
class BrowserLoginIT {
    @TempDir
    private Path folder;

    @Test
    void the_login_page_in_a_browser_logs_in() throws Exception {
        try (var lab = Lab.in(folder);
                var person = Person.starting(
                        Settings.forQa(folder, lab, "stub; ecps/browser"),
                        client -> client.browser(BrowserLoginIT::followedByABrowser))) {
            person.chooses("means.ecps.browser")
                    .clicks("login.start")
                    .types("who.field", "99999100011")
                    .clicks("who.go");

            person.sees("session.who");
        }
    }

    /** The page of this simulator answers by itself, and leads back to the server half. */
    private static void followedByABrowser(URI page) {
        try {
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .cookieHandler(new CookieManager())
                    .build()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
