package io.github.pscsdk.relyingparty;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The professional's browser: visits the login page, which answers by itself, and tells where it was sent then. */
final class Browser {
    private Browser() {}

    static URI visit(URI page) throws IOException {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(30_000);
        connection.setReadTimeout(30_000);
        var location = connection.getHeaderField("Location");
        if (location == null) {
            throw new AssertionError("the login page answered " + connection.getResponseCode());
        }
        return URI.create(location);
    }

    static Map<String, String> query(URI uri) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : uri.getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
