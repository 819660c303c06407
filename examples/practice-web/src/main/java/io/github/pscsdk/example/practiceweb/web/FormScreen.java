package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.practiceweb.declaration.Checked;
import io.github.pscsdk.example.practiceweb.declaration.EntryCheck;
import io.github.pscsdk.example.practiceweb.declaration.FormEntries;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import io.github.pscsdk.example.practiceweb.view.CurrentPage;
import io.github.pscsdk.example.practiceweb.view.Page;
import io.github.pscsdk.example.practiceweb.view.PlaceCard;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The form, with what stands in it and what the rules say at each field. */
@Component
final class FormScreen {
    static final String ADDRESS = "/declaration";

    /** Where the form is shown again without being judged. */
    private static final String UNCHECKED = ADDRESS + "?unchecked=1";

    private final EntryCheck check;

    FormScreen(EntryCheck check) {
        this.check = check;
    }

    /** As it opens: with what was kept from a session that is over, or with what the directory says. */
    ModelAndView open(PlaceOfWork place, Professional professional, Optional<KeptEntries.Waiting> kept, Locale locale) {
        var entries = kept.map(KeptEntries.Waiting::entries).orElseGet(() -> check.prefilled(place, professional));
        return open(place, professional, entries, kept, locale);
    }

    /** As it opens, with what is typed by now. */
    ModelAndView open(
            PlaceOfWork place,
            Professional professional,
            FormEntries entries,
            Optional<KeptEntries.Waiting> kept,
            Locale locale) {
        return show(typing(UNCHECKED), 200, place, professional, entries, Checked.NOT_YET, locale)
                .addObject("kept", kept.map(KeptEntries.Waiting::name).orElse(""));
    }

    private static CurrentPage typing(String address) {
        return CurrentPage.typing(address, "declaration.check");
    }

    /** To be gone on with: with 422 if something must be corrected. */
    ModelAndView again(Submission sent, Professional professional, Locale locale) {
        var isAccepted = sent.accepted().isPresent();
        var page = show(
                typing(ADDRESS),
                isAccepted ? 200 : 422,
                sent.place(),
                professional,
                sent.entries(),
                sent.checked(),
                locale);
        return isAccepted ? page : Page.titled("declaration.title.correct", page);
    }

    private ModelAndView show(
            CurrentPage here,
            int status,
            PlaceOfWork place,
            Professional professional,
            FormEntries entries,
            Checked checked,
            Locale locale) {
        return Page.of(
                "declaration",
                here,
                status,
                Map.of(
                        "place",
                        PlaceCard.of(place, Language.of(locale)),
                        "rights",
                        check.rights(place, professional, locale),
                        "entries",
                        entries,
                        "checked",
                        checked));
    }
}
