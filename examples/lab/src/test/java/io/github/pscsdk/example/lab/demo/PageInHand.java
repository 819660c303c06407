package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.api.dialog.LoginDialog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A browser and the person in front of it: follows the login to its last page, and types the code that stands there. */
final class PageInHand implements Consumer<URI>, LoginDialog {
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{3} [0-9]{3}\\b");

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile String last = "";

    @Override
    public void accept(URI page) {
        try {
            last = browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("the login page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often the person was asked for the code. */
    int questions() {
        return questions.get();
    }

    @Override
    public Optional<String> browserCode(int triesLeft, boolean again) {
        questions.incrementAndGet();
        return CODE.matcher(last).results().findFirst().map(code -> code.group());
    }
}
