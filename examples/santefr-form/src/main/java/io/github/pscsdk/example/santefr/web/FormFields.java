package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.relyingparty.session.SessionId;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * The fields of a form that was sent. A body that cannot be read has none.
 *
 * @param values of each field, in the order in which they were sent
 * @param file that was chosen
 */
record FormFields(MultiMap<String> values, Optional<InputStream> file) {
    static final FormFields NONE = new FormFields(new MultiMap<>(), Optional.empty());

    /** Reads the fields of a body of that type. */
    static FormFields of(byte[] body, String contentType) {
        try {
            return String.valueOf(contentType).startsWith("multipart/")
                    ? parts(body, contentType)
                    : ofText(new String(body, StandardCharsets.UTF_8));
        } catch (RuntimeException unreadable) {
            // Jetty throws this and that unchecked at what is not well-formed.
            return NONE;
        }
    }

    /** The token and the file of a form with a file (RFC 7578), in memory: nothing of it comes to a disk. */
    private static FormFields parts(byte[] body, String contentType) {
        var inMemory = new MultiPartConfig.Builder()
                .maxParts(4)
                .maxSize(body.length)
                .maxPartSize(body.length)
                .maxMemoryPartSize(body.length)
                .build();
        var source = Content.Source.from(ByteBuffer.wrap(body));
        var parts = MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, inMemory);
        var token = Optional.ofNullable(parts.getFirst(SessionId.FORM_FIELD))
                .map(part -> part.getContentAsString(StandardCharsets.UTF_8))
                .orElse("");
        var file = Optional.ofNullable(parts.getFirst("file"))
                .filter(part ->
                        part.getFileName() != null && !part.getFileName().isEmpty())
                .map(part -> Content.Source.asInputStream(part.getContentSource()));
        return new FormFields(new MultiMap<>(Map.of(SessionId.FORM_FIELD, List.of(token))), file);
    }

    /** The last value of a field; blank for none. */
    String get(String name) {
        var all = all(name);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The same with other values of a field. */
    FormFields with(String name, List<String> others) {
        var all = new MultiMap<>(values);
        all.put(name, others);
        return new FormFields(all, file);
    }

    String toText() {
        return UrlEncoded.encode(values, StandardCharsets.UTF_8, true);
    }

    /** Reads what {@link #toText} made. */
    static FormFields ofText(String text) {
        var fields = new MultiMap<String>();
        UrlEncoded.decodeTo(text, fields, StandardCharsets.UTF_8);
        return new FormFields(fields, Optional.empty());
    }

    @Override
    public String toString() {
        return "FormFields[" + values.size() + "]";
    }
}
