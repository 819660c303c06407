package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.santefr.dossier.Imports;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.javalin.http.Context;
import java.io.IOException;
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
    private static final int MOST_BYTES = Math.toIntExact(Imports.BOUNDS.mostBytes()) + 16 * 1024;

    private static final String FILE = "file";
    private static final MultiPartConfig IN_MEMORY = new MultiPartConfig.Builder()
            .maxParts(4)
            .maxSize(MOST_BYTES)
            .maxPartSize(MOST_BYTES)
            .maxMemoryPartSize(MOST_BYTES)
            .build();

    static Upload of(Context context) {
        try {
            var body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                context.header("Connection", "close");
                UnreadBody.hearOut(context);
                return new Upload(FormFields.NONE, Optional.empty(), true);
            }
            return parse(body, Optional.ofNullable(context.contentType()).orElse(""));
        } catch (IOException | RuntimeException unreadable) {
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
