package io.github.pscsdk.example.practiceweb.lab;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * What came back.
 *
 * @param response all of it
 */
public record PageResponse(HttpResponse<String> response) {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"", Pattern.DOTALL);

    /** The status. */
    public int status() {
        return response.statusCode();
    }

    /** The page. */
    public String text() {
        return response.body();
    }

    /** Where it was. */
    public URI address() {
        return response.uri();
    }

    /** Where it leads. */
    public URI location() {
        return address().resolve(header("Location"));
    }

    /** A header, or an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The header that sets a cookie. */
    public String setCookie(String name) {
        return setCookies().stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    /** The headers that set cookies. */
    public List<String> setCookies() {
        return response.headers().allValues("Set-Cookie");
    }

    /** The hidden fields of the page's forms. */
    public Map<String, String> hidden() {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(text())
                .results()
                .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    /** The hidden fields, and others. */
    public Map<String, String> hiddenAnd(Map<String, String> others) {
        var fields = hidden();
        fields.putAll(others);
        return fields;
    }
}
