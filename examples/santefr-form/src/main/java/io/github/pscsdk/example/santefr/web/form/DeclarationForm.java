package io.github.pscsdk.example.santefr.web.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.santefr.web.view.Note;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a declaration, and the summary of what is to be corrected.
 *
 * @param place where
 * @param numbers by which registers know the place, and its position
 * @param offers what is done there
 * @param dates from when to when, and whether it is shown
 * @param summary errors and warnings, in the order of their weight
 */
public record DeclarationForm(
        List<Control> place, List<Control> numbers, List<OfferForm> offers, List<Control> dates, List<Entry> summary) {
    public DeclarationForm {
        place = List.copyOf(place);
        numbers = List.copyOf(numbers);
        offers = List.copyOf(offers);
        dates = List.copyOf(dates);
        summary = List.copyOf(summary);
    }

    /**
     * A line of the summary.
     *
     * @param note what
     * @param anchor of the field; empty where the form has no field for it
     */
    public record Entry(Note note, Optional<String> anchor) {}

    /**
     * Lays a declaration out.
     *
     * @param declaration as it was written
     * @param fixed whether the place must stay what it is
     * @param findings nothing where nobody asked yet
     */
    public static DeclarationForm of(
            Declaration declaration, boolean fixed, List<Finding> findings, Language language) {
        var notes = new Notes(findings, language);
        var controls = new ControlFactory(notes);
        var forms = new OfferFormFactory(notes);
        var offers = new ArrayList<OfferForm>();
        for (var i = 0; i < declaration.offers().size(); i++) {
            offers.add(forms.of(i, declaration.offers().get(i)));
        }
        var place = place(declaration, fixed, controls);
        var numbers = numbers(declaration, fixed, controls);
        var dates = List.<Control>of(
                controls.line("opensOn", declaration.opensOn()),
                controls.line("closesOn", declaration.closesOn()),
                controls.yes("hidden", declaration.hidden()),
                controls.line("professional.email", declaration.professional().email()));
        var form = new DeclarationForm(place, numbers, offers, dates, List.of());
        return new DeclarationForm(place, numbers, offers, dates, form.summary(notes));
    }

    /** The kinds of its offers in their order, with commas: which offers the fields are of, whatever becomes of the draft meanwhile. */
    public String kinds() {
        return offers.stream().map(OfferForm::kind).collect(Collectors.joining(","));
    }

    /** Where a field is in the page. */
    public static String anchor(String field) {
        return Anchors.of(Anchors.fieldOf(field));
    }

    /** Whether an error is left. */
    public boolean hasErrors() {
        return summary.stream().anyMatch(entry -> entry.note().severity() == Severity.E);
    }

    private static List<Control> place(Declaration declaration, boolean fixed, ControlFactory controls) {
        var place = declaration.place();
        var address = place.address();
        return List.of(
                controls.line("place.name", place.name()),
                given(fixed, "place.streetNumber", address.streetNumber(), controls),
                given(fixed, "place.street", address.street(), controls),
                controls.line("place.complement", address.complement()),
                given(fixed, "place.postcode", address.postcode(), controls),
                controls.line("place.town", address.town()),
                controls.line("place.accessibility", place.accessibility()));
    }

    private static List<Control> numbers(Declaration declaration, boolean fixed, ControlFactory controls) {
        var numbers = declaration.place().numbers();
        var place = declaration.place();
        return List.of(
                given(fixed, "place.finess", numbers.finess(), controls),
                controls.line("place.legalFiness", numbers.legalFiness()),
                controls.line("place.siren", numbers.siren()),
                given(fixed, "place.siret", numbers.siret(), controls),
                controls.line("place.inseeCode", place.address().inseeCode()),
                controls.line("place.latitude", place.position().latitude()),
                controls.line("place.longitude", place.position().longitude()));
    }

    private static Control given(boolean fixed, String name, Optional<String> value, ControlFactory controls) {
        return fixed ? controls.fixed(name, value) : controls.line(name, value);
    }

    private List<Entry> summary(Notes notes) {
        var anchors = anchors();
        return notes.toSummarise().stream()
                .map(finding -> new Entry(
                        Note.of(finding, notes.language()),
                        Optional.of(anchor(finding.field())).filter(anchors::contains)))
                .toList();
    }

    private Set<String> anchors() {
        var anchors = new HashSet<String>(Set.of("offers"));
        Stream.of(place, numbers, dates).flatMap(List::stream).map(Control::id).forEach(anchors::add);
        offers.stream().flatMap(offer -> offer.anchors().stream()).forEach(anchors::add);
        return anchors;
    }
}
