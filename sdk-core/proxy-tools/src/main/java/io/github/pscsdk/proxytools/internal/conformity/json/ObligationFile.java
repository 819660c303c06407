package io.github.pscsdk.proxytools.internal.conformity.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Check;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation.BilingualText;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation.Confidence;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation.SourceStatus;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A list of obligations as a file. A member that this version does not know is an error, and so is an unknown check. */
public final class ObligationFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Document(List<Row> obligations) {}

    private record Row(
            String id,
            String reference,
            BilingualText text,
            SourceStatus standing,
            Confidence confidence,
            String source,
            BilingualText question,
            List<String> checks,
            boolean settled) {
        private Obligation obligation() {
            var named = checks == null ? List.<String>of() : checks;
            return new Obligation(
                    id,
                    reference,
                    text,
                    standing,
                    confidence,
                    source,
                    question,
                    named.stream().map(Row::check).toList(),
                    settled);
        }

        private static Check check(String id) {
            return Check.of(id).orElseThrow(() -> new IllegalArgumentException("there is no check " + id));
        }
    }

    private ObligationFile() {}

    /** The list that comes with the command. */
    public static Obligations builtIn() {
        try (var in = ObligationFile.class.getResourceAsStream("obligations.json")) {
            return parse(in.readAllBytes(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a list.
     *
     * @throws IOException if it cannot be read or is no such list; the message says what is wrong and where
     */
    public static List<Obligation> read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), true).all();
    }

    private static Obligations parse(byte[] list, boolean loaded) throws IOException {
        try {
            var document = MAPPER.readValue(list, Document.class);
            if (document == null || document.obligations() == null) {
                throw new IOException("no member \"obligations\"");
            }
            return new Obligations(
                    document.obligations().stream().map(Row::obligation).toList(), loaded);
        } catch (ValueInstantiationException e) {
            throw new IOException(place(e) + ": " + e.getCause().getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IOException(place(e) + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "?" : "line " + e.getLocation().getLineNr();
    }
}
