package io.github.pscsdk.testkit.simulator;

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

    private final HttpClient http;
    private final String language;

    Visitor(String language) {
        this(language, HttpClient.newHttpClient());
    }

    Visitor(String language, HttpClient http) {
        this.language = language;
        this.http = http;
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
        return send(uri.resolve(uri.getPath()), hiddenFields(page), fields);
    }

    /** The same for the form of that id, wherever it is sent. */
    Answer submitForm(Answer page, String id, String... fields) throws Exception {
        var form = form(page, id);
        var action =
                page.response().uri().resolve(find(form, "action=\"([^\"]*)\"").get(0));
        return send(action, hiddenFields(form), fields);
    }

    private Answer send(URI action, Map<String, String> form, String... fields) throws Exception {
        form.putAll(Caller.fields(fields));
        var answer = post(action, form, "Origin", origin(action));
        assertEquals(303, answer.status(), answer.response().body());
        var next = action.resolve(answer.header("Location"));
        return get(next.resolve(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery())));
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
        return hiddenFields(body.substring(body.indexOf("<form"), body.indexOf("</form>")));
    }

    static Map<String, String> hiddenFields(String form) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    /** The markup of the form of that id. */
    static String form(Answer page, String id) {
        var forms = find(page.response().body(), "(?s)(<form[^>]* id=\"" + id + "\".*?</form>)");
        assertEquals(1, forms.size(), id);
        return forms.get(0);
    }

    /** The big number on a page. */
    static String number(Answer page) {
        return find(page.response().body(), "class=\"number\"><span>([0-9]{2})<")
                .get(0);
    }

    /** The numbers that a phone offers. */
    static List<String> choices(Answer page) {
        return find(page.response().body(), "name=\"number\" value=\"([0-9]{2})\"");
    }

    /** What the first group of a pattern takes out of a markup, as often as it is there. */
    static List<String> find(String markup, String pattern) {
        return Pattern.compile(pattern)
                .matcher(markup)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
