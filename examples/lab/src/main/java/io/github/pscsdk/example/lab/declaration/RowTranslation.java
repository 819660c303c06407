package io.github.pscsdk.example.lab.declaration;

import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.example.declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.SiteNumbers;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.imports.PublishedLayout;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns a row into the declaration of one professional, as the import of the form reads it. Four columns stand at the end
 * of our sample only: {@code finess}; {@code idnat} and {@code rpps}, which stand in for those of the logged-in professional
 * where they are filled; {@code offre}, see {@link OfferedCare}.
 */
public final class RowTranslation {
    private final Declarant declarant;

    /** @param declarant the professional who is logged in */
    public RowTranslation(Declarant declarant) {
        this.declarant = Objects.requireNonNull(declarant, "declarant");
    }

    /** The translation for the professional who is logged in, as Pro Santé Connect says. */
    public static RowTranslation of(Professional professional) {
        var rpps = professional.otherIds().stream()
                .filter(id -> "RPPS".equalsIgnoreCase(id.origin()))
                .map(OtherId::value)
                .map(RowTranslation::withoutPrefix)
                .findFirst();
        return new RowTranslation(
                new Declarant(Optional.of(professional.nationalId().value()), rpps, Optional.empty()));
    }

    /** The declaration of one row; never fails, whatever the cells hold. */
    public Declaration declaration(Row.Readable row) {
        var published =
                PublishedLayout.VACCINATION_CENTRES.translate(row, declarant).declaration();
        return new Declaration(
                declarant(row),
                place(published.place(), row),
                OfferedCare.of(cell(row, "offre").orElse("")).stream()
                        .map(care -> offer(published.offers().get(0), care))
                        .toList(),
                published.opensOn(),
                published.closesOn(),
                published.hidden(),
                published.source());
    }

    private Declarant declarant(Row.Readable row) {
        return new Declarant(
                cell(row, "idnat").or(declarant::nationalId), cell(row, "rpps").or(declarant::rpps), declarant.email());
    }

    private static Place place(Place published, Row.Readable row) {
        var numbers = published.numbers();
        return new Place(
                published.name(),
                published.address(),
                published.position(),
                new SiteNumbers(cell(row, "finess"), numbers.legalFiness(), numbers.siren(), numbers.siret()),
                published.accessibility());
    }

    private static Offer offer(Offer published, OfferedCare care) {
        return new Offer(
                Optional.of(care.kind()),
                published.disease(),
                care.products(),
                care.tests(),
                published.setting(),
                published.audience(),
                published.access(),
                published.hours(),
                published.hoursText());
    }

    private static Optional<String> cell(Row.Readable row, String column) {
        return Optional.ofNullable(row.cells().get(column)).filter(text -> !text.isBlank());
    }

    // Pro Santé Connect gives other identifiers with their prefix; RPPS numbers have 11 digits without it.
    private static String withoutPrefix(String rpps) {
        return rpps.length() == 12 ? rpps.substring(1) : rpps;
    }
}
