package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.example.declaration.Declaration;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The effect of one button of a page on one offer, named such as {@code week-1-0} or {@code same-MONDAY-TUESDAY-0}. */
public final class OfferAction {
    private static final String DAY =
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.joining("|", "(?:", ")"));
    private static final Pattern NAME =
            Pattern.compile("(remove|lay-out|as-first|week-[01]|same-" + DAY + "-" + DAY + ")-(\\d{1,2})");

    private final String[] how;
    private final int offer;

    private OfferAction(String[] how, int offer) {
        this.how = how;
        this.offer = offer;
    }

    /** The action of that name; empty for any other name. */
    public static Optional<OfferAction> of(String name) {
        return Optional.of(NAME.matcher(name))
                .filter(Matcher::matches)
                .map(found -> new OfferAction(found.group(1).split("-"), Integer.parseInt(found.group(2))));
    }

    /** The name of the one that gives a day the hours of an earlier one of the same offer. */
    public static String same(HtmlControl from, HtmlControl to) {
        return "same-" + day(from) + "-" + day(to) + "-" + to.field().offer().orElseThrow();
    }

    private static String day(HtmlControl control) {
        var path = control.field().path();
        return path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    /** The declaration afterwards; the same where it has no such offer. */
    public Declaration in(Declaration declaration) {
        if (offer >= declaration.offers().size()) {
            return declaration;
        }
        return switch (how[0]) {
            case "remove" -> declaration.without(offer);
            case "lay" -> DeclarationForm.laidOut(declaration, offer);
            case "as" -> DeclarationForm.withSameWeek(declaration, offer);
            case "week" -> DeclarationForm.withUsualWeek(declaration, offer, Integer.parseInt(how[1]));
            default ->
                DeclarationForm.withSameHours(declaration, offer, DayOfWeek.valueOf(how[1]), DayOfWeek.valueOf(how[2]));
        };
    }

    /** Where on the page it was pressed. */
    public String anchor() {
        return HtmlControl.id(
                how[0].equals("same") ? DeclarationForm.path(offer, DayOfWeek.valueOf(how[2])) : "offer-" + offer);
    }
}
