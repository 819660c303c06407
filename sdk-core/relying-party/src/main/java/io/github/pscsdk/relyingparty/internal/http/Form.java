package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.httpclient.internal.HttpCalls;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Parameters of a form or of a query, in order. Prints names only.
 *
 * @param encoded {@code application/x-www-form-urlencoded}, with {@code %20} for a space, which a query understands too
 */
public record Form(String names, String encoded) {
    private static final MediaType TYPE = MediaType.get("application/x-www-form-urlencoded");

    public static Form of(String name, String value) {
        return new Form(name, encode(name) + "=" + encode(value));
    }

    public Form with(String name, String value) {
        return new Form(names + ", " + name, encoded + "&" + encode(name) + "=" + encode(value));
    }

    public URI asQueryOf(URI page) {
        return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + encoded);
    }

    /** Not sent again by itself after a broken connection. */
    RequestBody body() {
        return HttpCalls.once(encoded.getBytes(StandardCharsets.US_ASCII), TYPE);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Form[" + names + "]";
    }
}
