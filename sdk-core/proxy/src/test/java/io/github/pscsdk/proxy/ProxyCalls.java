package io.github.pscsdk.proxy;

import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.proxy.internal.json.OpenApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Calls the proxy as practice software would; every answer must be one that the OpenAPI file describes. Immutable. */
public final class ProxyCalls {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final URI proxy;
    private final Map<String, String> headers;
    // Moves the clock while a call waits; empty where the proxy follows the system's.
    private final Optional<PollPace> pace;

    private ProxyCalls(URI proxy, Map<String, String> headers, Optional<PollPace> pace) {
        this.proxy = proxy;
        this.headers = headers;
        this.pace = pace;
    }

    public static ProxyCalls to(URI proxy) {
        return new ProxyCalls(proxy, Map.of(), Optional.empty());
    }

    ProxyCalls atPace(PollPace moving) {
        return new ProxyCalls(proxy, headers, Optional.of(moving));
    }

    ProxyCalls with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new ProxyCalls(proxy, Map.copyOf(more), pace);
    }

    public ProxyCalls withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public ProxyCalls withCookie(String session) {
        return with("Cookie", "proxy_session_id=" + session);
    }

    /** The session in use. */
    public String cookie() {
        return headers.getOrDefault("Cookie", "=").split("=", 2)[1];
    }

    Answer call(String method, String path, String body) throws Exception {
        if (pace.isPresent() && waits(method, path)) {
            return pace.get().outcome(method + " " + path + " is answered", callLater(method, path, body));
        }
        return described(method, path, HTTP.send(request(method, path, body), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** Whether the proxy answers when a login has come further. */
    private static boolean waits(String method, String path) {
        return path.equals("/connect") || path.contains("wait=") || method.equals("POST") && path.endsWith("/code");
    }

    /** Begins a call; the test moves the clock itself. */
    CompletableFuture<Answer> callLater(String method, String path, String body) {
        return HTTP.sendAsync(request(method, path, body), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> described(method, path, response));
    }

    private static Answer described(String method, String path, HttpResponse<byte[]> response) {
        OpenApi.DESCRIPTION.mustAllow(method, path, response.statusCode());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private HttpRequest request(String method, String path, String body) {
        var builder = HttpRequest.newBuilder(URI.create(proxy + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(builder::header);
        return builder.build();
    }

    /** Begins a browser login of the first client. */
    Answer beginInBrowser() throws Exception {
        return call("POST", "/v1/logins", "{\"wayIn\":\"BROWSER\",\"clientId\":\"" + Bench.CLIENT + "\"}");
    }

    /** Asks a professional on the phone, without waiting for the answer. */
    Answer beginOnDevice(String nationalId) throws Exception {
        var body = ConnectBody.of(nationalId, Bench.CLIENT).with("wayIn", "BACKCHANNEL");
        return call("POST", "/v1/logins", body.json());
    }

    /** Follows a login until there is something to tell. */
    Answer follow(Answer begun) throws Exception {
        return get("/v1/logins/" + begun.json("/id") + "?wait=25");
    }

    Answer cancel(Answer begun) throws Exception {
        return call("DELETE", "/v1/logins/" + begun.json("/id"), "");
    }

    Answer giveCode(Answer begun, String code) throws Exception {
        return call("POST", "/v1/logins/" + begun.json("/id") + "/code", "{\"code\":\"" + code + "\"}");
    }

    public Answer connect(ConnectBody body) throws Exception {
        return call("POST", "/connect", body.json());
    }

    public Answer disconnect() throws Exception {
        return call("DELETE", "/disconnect", "");
    }

    public Answer get(String path) throws Exception {
        return call("GET", path, "");
    }

    Optional<JsonView> trace(String type) throws Exception {
        var all = traces();
        return all.stream().filter(trace -> trace.text("/type").equals(type)).reduce((first, last) -> last);
    }

    List<JsonView> traces() throws Exception {
        return JsonView.of(get("/traces?start=2020-01-01T00:00:00Z&end=2100-01-01T00:00:00Z")
                        .body())
                .elements();
    }
}
