package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.PublicText;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import io.github.pscsdk.example.practiceweb.declaration.PlaceOfWork;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The frame of every page around its subject, and its words.
 *
 * @param address of the page
 * @param login where a login begins: absolute, so that a browser which came by another name of this host ends up at the
 *     one that is declared
 * @param environment the Pro Santé Connect behind it
 * @param session of the person who is logged in
 * @param isEnding whether it ends soon
 * @param place where they work now, once they have chosen
 */
record Frame(
        Language language,
        MessageSource texts,
        String address,
        URI login,
        Environment environment,
        Optional<PscSession> session,
        boolean isEnding,
        Optional<PlaceOfWork> place) {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** A text in the reader's language, with values in its gaps. */
    String text(String key, Object... values) {
        return texts.getMessage(key, values, language.locale());
    }

    /** A page of that address in the other language. */
    String inOther(String page) {
        return page + (page.indexOf('?') < 0 ? "?" : "&") + "lang="
                + language.other().tag();
    }

    /** The heading of a summary, which counts what stands in the way. */
    String count(List<SummaryLine> lines) {
        var errors = SummaryLine.errors(lines);
        return errors == 0 ? text("warnings") : errors == 1 ? text("errors.one") : text("errors.many", errors);
    }

    /** The day of a control within a sentence: French writes it small. */
    String day(HtmlControl control) {
        return language == Language.FRENCH ? control.label().toLowerCase(Locale.FRENCH) : control.label();
    }

    /** The token of the forms; blank where nobody is logged in. */
    String csrf() {
        return session.map(open -> open.id().formToken()).orElse("");
    }

    /** The given names and the family name of the person who is logged in. */
    String person() {
        var professional = session.orElseThrow().professional();
        return Stream.concat(professional.givenNames().stream(), Stream.of(professional.familyName()))
                .collect(Collectors.joining(" "));
    }

    /** By which means they logged in, where Pro Santé Connect says so. */
    Optional<String> means() {
        return session.flatMap(PscSession::means)
                .map(means -> means.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(name -> texts.getMessage("means." + name, null, text("means.other"), language.locale()));
    }

    /** A place of work as the public would read it. */
    PublicText known(PlaceOfWork work) {
        return PublicText.of(OfferFields.told(work, session.orElseThrow().professional()), language);
    }

    /** The profession at a place of work, and the specialty. */
    String profession(PlaceOfWork work) {
        var labels = NomenclatureLabels.in(language);
        var practice = work.practice();
        return labels.label("profession", practice.profession().code())
                + labels.label("expertise", practice.expertise())
                        .map(expertise -> ", " + expertise)
                        .orElse("");
    }

    /** Mode of practice and kind of place. */
    List<String> ways(PlaceOfWork work) {
        var labels = NomenclatureLabels.in(language);
        return work.workplace().stream()
                .flatMap(place -> Stream.of(labels.label("mode", place.mode()), labels.label("sector", place.sector())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where a login begins, as the SDK's markup, which is escaped already. */
    String button() {
        return PscButton.html(login).inLanguage(language.locale()).markup();
    }

    /** A moment on the clocks of metropolitan France. */
    String moment(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(text(pattern), language.locale()).format(instant.atZone(FRANCE));
    }

    /** Without the session. */
    @Override
    public String toString() {
        return "Frame[" + address + "]";
    }
}
