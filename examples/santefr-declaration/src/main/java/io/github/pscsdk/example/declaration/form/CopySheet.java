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
    private static final List<List<String>> ORDER = ClassPathResource.table(CopySheet.class, "copy-sheet.csv");

    private CopySheet() {}

    public record Line(String label, String value) {
        @Override
        public String toString() {
            return "Line[" + label + "]";
        }
    }

    /** The lines for a declaration: those of the place, then those of each offer; without the fields that are empty. */
    public static List<Line> lines(Declaration declaration, Language language) {
        var answers = HtmlControl.filled(declaration, DeclarationForm.fields(declaration), language);
        var lines = new ArrayList<Line>();
        for (var offer = -1; offer < declaration.offers().size(); offer++) {
            for (var cells : ORDER) {
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
