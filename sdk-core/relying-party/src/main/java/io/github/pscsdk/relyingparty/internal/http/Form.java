package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.httpclient.HttpCalls;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Parameters of a form or of a query, in order. Immutable; prints names only. */
public final class Form {
    private static final MediaType TYPE = MediaType.get("application/x-www-form-urlencoded");

    private final Optional<Form> before;
    private final String name;
    private final String value;

    private Form(Optional<Form> before, String name, String value) {
        this.before = before;
        this.name = name;
        this.value = Objects.requireNonNull(value, name);
    }

    /** A form of one field. */
    public static Form of(String name, String value) {
        return new Form(Optional.empty(), name, value);
    }

    /** A form with one field more. */
    public Form with(String name, String value) {
        return new Form(Optional.of(this), name, value);
    }

    /** {@code application/x-www-form-urlencoded}, with {@code %20} for a space, which a query understands too. */
    String encoded() {
        var text = new StringBuilder(256);
        addTo(text);
        return text.toString();
    }

    private void addTo(StringBuilder text) {
        if (before.isPresent()) {
            before.get().addTo(text);
            text.append('&');
        }
        text.append(encode(name)).append('=').append(encode(value));
    }

    /** The page with these parameters after its own. */
    public URI asQueryOf(URI page) {
        return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + encoded());
    }

    /** Not sent again by itself after a broken connection. */
    RequestBody body() {
        return HttpCalls.once(encoded().getBytes(StandardCharsets.US_ASCII), TYPE);
    }

    static String encode(String text) {
        return isPlain(text)
                ? text
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether nothing has to be encoded, as in most codes and tokens. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.*".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Form[" + names() + "]";
    }

    private String names() {
        return before.map(form -> form.names() + ", ").orElse("") + name;
    }
}
