package io.github.pscsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A person with a browser that has no script: reads pages, and sends their forms as they are. */
final class Visitor {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String language;

    Visitor(String language) {
        this.language = language;
    }

    Answer get(URI uri, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).header("Accept-Language", language);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** Opens a page of the simulator. */
    Answer open(URI uri) throws Exception {
        return get(uri).assertOk();
    }

    /** Sends the first form of a page with more fields, as a browser would, and follows to the page that comes then. */
    Answer submit(Answer page, String... fields) throws Exception {
        var uri = page.response().uri();
        var form = hiddenFields(page);
        form.putAll(Caller.fields(fields));
        var answer = post(uri.resolve(uri.getPath()), form, "Origin", origin(uri));
        assertEquals(303, answer.status(), answer.response().body());
        return get(uri.resolve(answer.header("Location")));
    }

    Answer post(URI uri, Map<String, String> form, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", language)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Caller.encoded(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** What the first form of a page would send by itself. */
    static Map<String, String> hiddenFields(Answer page) {
        var body = page.response().body();
        assertTrue(body.contains("<form"), body);
        var first = body.substring(body.indexOf("<form"), body.indexOf("</form>"));
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(first).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    /** The big number on a page. */
    static String number(Answer page) {
        return find(page, "class=\"number\"><span>([0-9]{2})<").get(0);
    }

    /** The numbers that a phone offers. */
    static List<String> choices(Answer page) {
        return find(page, "name=\"number\" value=\"([0-9]{2})\"");
    }

    private static List<String> find(Answer page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page.response().body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
