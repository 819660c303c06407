package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.httpclient.HttpCalls;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Parameters of a form or of a query, in order. Immutable; prints names only. */
public final class Form {
    private static final MediaType TYPE = MediaType.get("application/x-www-form-urlencoded");

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** A form of one field. */
    public static Form of(String name, String value) {
        return new Form(Map.of()).with(name, value);
    }

    /** A copy with one field more. */
    public Form with(String name, String value) {
        var all = new LinkedHashMap<>(fields);
        all.put(name, value);
        return new Form(all);
    }

    /** {@code application/x-www-form-urlencoded}, with {@code %20} for a space, which a query understands too. */
    String encoded() {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The page with these parameters after its own. */
    public URI asQueryOf(URI page) {
        return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + encoded());
    }

    /** @param once whether it may not be sent again by itself after a broken connection */
    RequestBody body(boolean once) {
        var content = encoded().getBytes(StandardCharsets.US_ASCII);
        return once ? HttpCalls.once(content, TYPE) : RequestBody.create(content, TYPE);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
