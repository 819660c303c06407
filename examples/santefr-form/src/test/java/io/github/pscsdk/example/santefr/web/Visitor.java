package io.github.pscsdk.example.santefr.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: keeps cookies per host, as browsers do, and follows a redirect only when told. */
final class Visitor {
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    record Page(URI address, int status, String text, HttpResponse<String> response) {
        URI location() {
            return address.resolve(response.headers().firstValue("Location").orElseThrow());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        List<String> cookies() {
            return response.headers().allValues("Set-Cookie");
        }

        String cookie(String name) {
            return cookies().stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .findFirst()
                    .orElseThrow();
        }

        Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            FIELD.matcher(text).results().forEach(field -> fields.putIfAbsent(field.group(1), field.group(2)));
            return fields;
        }
    }

    Page get(URI address) throws IOException, InterruptedException {
        return send(address, HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    /** Sends a form; a field may have a list of values. */
    Page post(URI address, Map<String, ?> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .flatMap(field -> (field.getValue() instanceof List<?> all ? all : List.of(field.getValue()))
                        .stream().map(value -> field.getKey() + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(address, request);
    }

    private static String encode(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** Sends a form with a file, as browsers do (RFC 7578). */
    Page upload(URI address, Map<String, String> fields, String file, String content)
            throws IOException, InterruptedException {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--limit\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        body.append("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(file))
                .append("Content-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n--limit--\r\n");
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(address, request);
    }

    /** Follows redirects, as long as there are any. */
    Page follow(Page page) throws IOException, InterruptedException {
        var last = page;
        while (last.status() / 100 == 3) {
            last = get(last.location());
        }
        return last;
    }

    String cookie(URI address, String name) {
        return cookiesOf(address).getOrDefault(name, "");
    }

    void setCookie(URI address, String name, String value) {
        cookiesOf(address).put(name, value);
    }

    private Page send(URI address, HttpRequest.Builder request) throws IOException, InterruptedException {
        var cookie = cookiesOf(address).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var set : response.headers().allValues("Set-Cookie")) {
            var pair = set.substring(0, set.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookiesOf(address).remove(pair[0]);
            } else {
                cookiesOf(address).put(pair[0], pair[1]);
            }
        }
        return new Page(address, response.statusCode(), response.body(), response);
    }

    private Map<String, String> cookiesOf(URI address) {
        return cookies.computeIfAbsent(address.getHost(), host -> new LinkedHashMap<>());
    }
}
