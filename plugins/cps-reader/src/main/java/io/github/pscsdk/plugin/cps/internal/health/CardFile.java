package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vendor's own file of cards, in front of those known; read anew each time, so that mending it needs no restart. */
public final class CardFile {
    private static final Logger LOG = LoggerFactory.getLogger(CardFile.class);

    private final Optional<Path> file;

    /** That file, which need not exist. */
    public CardFile(Optional<Path> file) {
        this.file = file;
    }

    /** All the cards. What cannot be read is left out. */
    public CardCatalogue catalogue() {
        return CardCatalogue.builtIn().after(own());
    }

    List<Diagnostic> findings() {
        var bad = own().badLines();
        return bad.isEmpty()
                ? List.of()
                : List.of(new Diagnostic(
                        CardProblem.CARD_FILE_UNREADABLE,
                        Severity.WARNING,
                        Map.of("file", file.map(FactPath::of).orElse(""), "lines", bad.toString())));
    }

    private CardCatalogue own() {
        if (file.filter(Files::isReadable).isEmpty()) {
            return CardCatalogue.of(Stream.of());
        }
        try (var lines = Files.lines(file.get())) {
            return CardCatalogue.of(lines);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the file of cards {} cannot be read", file.get(), e);
            return CardCatalogue.of(Stream.of());
        }
    }
}
