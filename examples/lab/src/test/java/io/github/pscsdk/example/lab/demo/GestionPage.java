package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The page of CPS-Gestion as a browser without a script uses it. */
final class GestionPage {
    private static final Pattern FORM = Pattern.compile("(?s)<form.*?</form>");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(token|prompt)\" value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final URI page;

    GestionPage(URI pages) {
        page = pages.resolve("/cps-gestion");
    }

    /** Presses the button of the card. */
    void move(String where) throws IOException, InterruptedException {
        send("/cps-gestion/card", "move=" + where);
    }

    /** Types the code porteur; the request must be there. */
    String type(String code) throws IOException, InterruptedException {
        return send("/cps-gestion", "code=" + code);
    }

    private String send(String action, String field) throws IOException, InterruptedException {
        var shown = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body();
        var form = FORM.matcher(shown)
                .results()
                .map(found -> found.group())
                .filter(found -> found.contains("action=\"" + action + "\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + action + " on\n" + shown));
        var body = new StringBuilder(field);
        HIDDEN.matcher(form)
                .results()
                .forEach(hidden -> body.append('&')
                        .append(hidden.group(1))
                        .append('=')
                        .append(URLEncoder.encode(hidden.group(2), StandardCharsets.UTF_8)));
        var answer = http.send(
                HttpRequest.newBuilder(page.resolve(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", page.getScheme() + "://" + page.getRawAuthority())
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body();
    }
}
