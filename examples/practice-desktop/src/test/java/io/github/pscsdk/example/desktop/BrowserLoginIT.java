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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnDisplay
class BrowserLoginIT {
    private static final Pattern CODE = Pattern.compile(">(\\d{3}) (\\d{3})<");

    @TempDir
    private Path folder;

    private final CompletableFuture<String> lastPage = new CompletableFuture<>();

    @Test
    void who_types_the_code_of_the_page_is_logged_in() throws Exception {
        try (var lab = Lab.in(folder);
                var person = Person.starting(
                        Settings.forQa(folder, lab, "stub; ecps/browser"), client -> client.browser(this::follow))) {
            person.chooses("means.ecps.browser").clicks("login.start").sees("code.field");
            var code = CODE.matcher(lastPage.get(30, TimeUnit.SECONDS));
            code.find();
            person.types("code.field", code.group(1) + " " + code.group(2)).clicks("code.go");

            person.sees("session.who");
        }
    }

    @Test
    void where_no_browser_opens_the_address_and_its_picture_are_there_for_another_device() throws Exception {
        try (var lab = Lab.in(folder);
                var person = Person.starting(
                        Settings.forQa(folder, lab, "stub; ecps/browser"),
                        client -> client.browser(page -> {
                            throw new UnsupportedOperationException("no desktop");
                        }))) {
            person.chooses("means.ecps.browser").clicks("login.start");

            person.sees("page.address").sees("page.qr");
        }
    }

    /** The page of this simulator answers by itself, and leads back to the server half, whose page has the code. */
    private void follow(URI page) {
        try {
            lastPage.complete(HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .cookieHandler(new CookieManager())
                    .build()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
