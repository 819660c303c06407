package io.github.pscsdk.proxytools.internal.conformity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** HTTP calls to one server; no redirect is followed. */
record ConformityCalls(HttpClient client, URI base, Map<String, String> headers) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(35);

    /** @param trusted in https calls, instead of the Java platform's authorities */
    static ConformityCalls to(URI base, Optional<SSLContext> trusted) {
        var builder = HttpClient.newBuilder().connectTimeout(CONNECT);
        trusted.ifPresent(builder::sslContext);
        return new ConformityCalls(builder.build(), base, Map.of());
    }

    /** Trust in these authorities, and in no others. */
    static SSLContext trusting(KeyStore authorities) {
        try {
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(authorities);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** The same server, with one more header. */
    ConformityCalls with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new ConformityCalls(client, base, more);
    }

    /** @param location of a redirect */
    record Reply(int status, Optional<URI> location, String body) {
        JsonResponse document() {
            return JsonResponse.of(body);
        }

        /** The status only: the body may name a person. */
        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return call("GET", path, BodyPublishers.noBody(), "*/*");
    }

    Reply delete(String path) throws IOException, InterruptedException {
        return call("DELETE", path, BodyPublishers.noBody(), "*/*");
    }

    Reply json(String path, Map<String, String> members) throws IOException, InterruptedException {
        return call("POST", path, BodyPublishers.ofString(JsonResponse.document(members)), "application/json");
    }

    /** One field, in a form. */
    Reply form(String method, String path, String field) throws IOException, InterruptedException {
        return call(method, path, BodyPublishers.ofString(field), "application/x-www-form-urlencoded");
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
