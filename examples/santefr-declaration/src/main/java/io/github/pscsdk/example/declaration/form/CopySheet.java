package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.util.ArrayList;
import java.util.List;

/**
 * A declaration in the order and with the labels of another form, for somebody who copies it there by hand: Santé.fr
 * takes declarations from people alone. Order and labels are data, since those of Santé.fr's form are not public.
 */
public final class CopySheet {
    private final List<List<String>> order;

    private CopySheet(List<List<String>> order) {
        this.order = order;
    }

    /** The order and the labels that ship with the library, which are ours. */
    public static CopySheet shipped() {
        return new CopySheet(ClassPathResource.table(CopySheet.class, "copy-sheet.csv"));
    }

    /**
     * Reads an order of one's own: on each line the field as the form names it, such as {@code offers.phone}, its label
     * in French and in English, with semicolons between them; a line of {@code #} is a remark.
     *
     * @throws IllegalArgumentException if a line is not made so, or the form has no such field
     */
    public static CopySheet of(List<String> lines) {
        var order = ClassPathResource.cells(lines);
        if (order.stream().anyMatch(cells -> cells.size() != 3 || !DeclarationForm.hasField(cells.get(0)))) {
            throw new IllegalArgumentException("a line of a copy sheet has a field of the form and two labels");
        }
        return new CopySheet(order);
    }

    public record Line(String label, String value) {
        @Override
        public String toString() {
            return "Line[" + label + "]";
        }
    }

    /** The lines for a declaration: those of the place, then those of each offer; without the fields that are empty. */
    public List<Line> lines(Declaration declaration, Language language) {
        var answers = Answer.of(declaration, DeclarationForm.fields(declaration), language);
        var lines = new ArrayList<Line>();
        for (var offer = -1; offer < declaration.offers().size(); offer++) {
            for (var cells : order) {
                for (var answer : answers) {
                    var field = answer.field();
                    if (field.name().equals(cells.get(0)) && field.offer().orElse(-1) == offer) {
                        var label = cells.get(language == Language.FRENCH ? 1 : 2);
                        lines.add(new Line(label, answer.text().replace('\u00A0', ' ')));
                    }
                }
            }
        }
        return lines;
    }
}
