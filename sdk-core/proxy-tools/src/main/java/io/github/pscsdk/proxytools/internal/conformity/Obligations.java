package io.github.pscsdk.proxytools.internal.conformity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of obligations with ids that differ; {@code loaded} once the vendor has added one, such as the official one.
 */
public record Obligations(List<Obligation> all, boolean loaded) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Document(@Nullable List<Obligation> obligations) {}

    public Obligations {
        all = List.copyOf(all);
        if (all.stream().map(Obligation::id).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two obligations have the same id");
        }
    }

    public static Obligations builtIn() {
        try (var in = Obligations.class.getResourceAsStream("obligations.json")) {
            return new Obligations(parse(in.readAllBytes()), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Texts texts(Language language) {
        return Texts.beside(Obligations.class, "texts", language);
    }

    /**
     * The same with the list in a file, of which an obligation with a known id takes the place of the former.
     *
     * @throws IOException if it cannot be read or is no such list; the message says what is wrong and where
     */
    Obligations with(Path file) throws IOException {
        var merged = new LinkedHashMap<String, Obligation>();
        all.forEach(obligation -> merged.put(obligation.id(), obligation));
        try {
            var list = new Obligations(parse(Files.readAllBytes(file)), true);
            list.all.forEach(obligation -> merged.put(obligation.id(), obligation));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException(e.getMessage(), e);
        }
        return new Obligations(new ArrayList<>(merged.values()), true);
    }

    /** A member that this version does not know is an error, and so is an unknown check. */
    private static List<Obligation> parse(byte[] list) throws IOException {
        try {
            var document = MAPPER.readValue(list, Document.class);
            if (document == null || document.obligations == null) {
                throw new IOException("no member \"obligations\"");
            }
            return document.obligations;
        } catch (ValueInstantiationException e) {
            var reason = Objects.requireNonNullElse(e.getCause(), e);
            throw new IOException(place(e) + ": " + reason.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IOException(place(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "?" : "line " + e.getLocation().getLineNr();
    }
}
