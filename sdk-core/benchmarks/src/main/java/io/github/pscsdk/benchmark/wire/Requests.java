package io.github.pscsdk.benchmark.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, made before any clock runs. */
public final class Requests {
    private Requests() {}

    /** A GET. */
    public static byte[] get(URI uri) {
        return bytes("GET " + uri.getRawPath() + " HTTP/1.1\r\n" + host(uri) + "\r\n");
    }

    /** A GET by the bearer of a token. */
    public static byte[] get(URI uri, String token) {
        return bytes("GET " + uri.getRawPath() + " HTTP/1.1\r\n" + host(uri) + "Authorization: Bearer " + token
                + "\r\n\r\n");
    }

    /** A form. */
    public static byte[] post(URI uri, String form) {
        return bytes("POST " + uri.getRawPath() + " HTTP/1.1\r\n" + host(uri)
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form);
    }

    /** JSON from the bearer of a token. */
    public static byte[] postJson(URI uri, String token, String json) {
        return bytes("POST " + uri.getRawPath() + " HTTP/1.1\r\n" + host(uri) + "Authorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    private static String host(URI uri) {
        return "Host: " + uri.getHost() + ":" + uri.getPort() + "\r\nAccept: application/json\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
