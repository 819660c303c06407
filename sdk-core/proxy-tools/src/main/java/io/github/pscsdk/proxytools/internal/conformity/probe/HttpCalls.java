package io.github.pscsdk.proxytools.internal.conformity.probe;

import io.github.pscsdk.proxytools.internal.conformity.json.JsonResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes HTTP calls to one server; follows no redirect. */
final class HttpCalls {
    private static final Duration WHOLE = Duration.ofSeconds(35);

    private final HttpClient client;
    private final URI base;
    private final Map<String, String> headers;

    HttpCalls(HttpClient client, URI base, Map<String, String> headers) {
        this.client = client;
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** The same server, with one more header. */
    HttpCalls with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new HttpCalls(client, base, more);
    }

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param location of a redirect
     * @param body whatever it is
     */
    record Reply(int status, Optional<URI> location, String body) {
        JsonResponse document() {
            return JsonResponse.of(body);
        }

        boolean isRefusal() {
            return status >= 400 && status < 500;
        }

        /** The status only: the body may name a person. */
        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return call("GET", path, HttpRequest.BodyPublishers.noBody(), "*/*");
    }

    Reply delete(String path) throws IOException, InterruptedException {
        return call("DELETE", path, HttpRequest.BodyPublishers.noBody(), "*/*");
    }

    Reply json(String path, Map<String, String> members) throws IOException, InterruptedException {
        return call(
                "POST", path, HttpRequest.BodyPublishers.ofString(JsonResponse.document(members)), "application/json");
    }

    /** One field, in a form. */
    Reply form(String method, String path, String field) throws IOException, InterruptedException {
        return call(method, path, HttpRequest.BodyPublishers.ofString(field), "application/x-www-form-urlencoded");
    }

    private Reply call(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(WHOLE)
                .header("Content-Type", type)
                .method(method, body);
        headers.forEach(request::header);
        var answer = client.send(request.build(), BodyHandlers.ofString());
        return new Reply(
                answer.statusCode(), answer.headers().firstValue("Location").map(URI::create), answer.body());
    }
}
