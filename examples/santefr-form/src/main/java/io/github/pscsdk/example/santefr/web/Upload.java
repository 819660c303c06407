package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.dossier.Imports;
import io.github.pscsdk.relyingparty.web.FormToken;
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

/**
 * A form with a file (RFC 7578), read into memory within bounds: nothing of it comes to a disk. What cannot be read has
 * neither fields nor file.
 *
 * @param form the token
 * @param file empty where none was chosen
 * @param isTooLarge whether the body is beyond the bound, so that nothing was read
 */
record Upload(FormFields form, Optional<InputStream> file, boolean isTooLarge) {
    /** The largest file that is imported, and what is around it. */
    static final int MOST_BYTES = Math.toIntExact(Imports.BOUNDS.mostBytes()) + 16 * 1024;

    private static final String FILE = "file";
    private static final MultiPartConfig IN_MEMORY = new MultiPartConfig.Builder()
            .maxParts(4)
            .maxSize(MOST_BYTES)
            .maxPartSize(MOST_BYTES)
            .maxMemoryPartSize(MOST_BYTES)
            .build();

    /** That of a body; an empty one was too large. */
    static Upload of(Optional<byte[]> body, String contentType) {
        if (body.isEmpty()) {
            return new Upload(FormFields.NONE, Optional.empty(), true);
        }
        try {
            return parse(body.get(), contentType);
        } catch (RuntimeException unreadable) {
            // Jetty throws this and that unchecked at what is not well-formed.
            return new Upload(FormFields.NONE, Optional.empty(), false);
        }
    }

    private static Upload parse(byte[] body, String contentType) {
        var source = Content.Source.from(ByteBuffer.wrap(body));
        var parts = MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, IN_MEMORY);
        var token = Optional.ofNullable(parts.getFirst(FormToken.FIELD))
                .map(part -> part.getContentAsString(StandardCharsets.UTF_8))
                .orElse("");
        var file = Optional.ofNullable(parts.getFirst(FILE))
                .filter(part ->
                        part.getFileName() != null && !part.getFileName().isEmpty())
                .map(part -> Content.Source.asInputStream(part.getContentSource()));
        return new Upload(new FormFields(Map.of(FormToken.FIELD, List.of(token)), false), file, false);
    }

    /** Hides what the file holds. */
    @Override
    public String toString() {
        return "Upload[]";
    }
}
