package io.github.pscsdk.example.santefr.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.NomenclatureLabels;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DirectoryPlaces;
import io.github.pscsdk.example.declaration.form.PublicText;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.net.URI;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The frame of every page around its subject, and its words.
 *
 * @param title the key of the page's title
 * @param here the path, and the query that must stay, of this page in the other language
 * @param isTyped whether {@code here} takes the page's form too: then the form is sent to it when the language changes,
 *     so that nothing is lost that was typed
 * @param session of the person who is logged in
 * @param isEnding whether it ends soon
 */
record Frame(
        Site site,
        Language language,
        String title,
        String here,
        boolean isTyped,
        Optional<PscSession> session,
        boolean isEnding) {
    /** The id of the form that is sent when the language changes. */
    static final String FORM = "typed";

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Frame.class.getClassLoader(), Frame.class.getPackageName());

    /**
     * The form on the web.
     *
     * @param publicBaseUri how browsers come here
     * @param psc where logins and logouts lead
     */
    record Site(URI publicBaseUri, PscEnvironment psc) {}

    /** The page that the template of that name makes; templates escape what they are given by where it stands. */
    String around(String template, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("page", this);
        var output = new StringOutput();
        TEMPLATES.render(template + ".jte", all, output);
        return output.toString();
    }

    /** A text on one thing or several. */
    String count(String key, long number) {
        return number == 1 ? text(key + ".one") : text(key + ".many", number);
    }

    /** A text in the reader's language, with its values. */
    String text(String key, Object... values) {
        return texts(language).get(key, values);
    }

    static Texts texts(Language language) {
        return Texts.beside(Frame.class, "pages", language);
    }

    /** The subject of a page, which counts the errors on it first. */
    Optional<String> counted(List<SummaryLine> summary, String subject) {
        var errors = SummaryLine.errors(summary);
        return Optional.of(errors == 0 ? subject : count("errors", errors) + " – " + subject);
    }

    /** The token of the forms; blank where nobody is logged in. */
    String csrf() {
        return session.map(open -> open.id().formToken()).orElse("");
    }

    /** The given names and the family name of the person who is logged in. */
    Optional<String> person() {
        return session.map(PscSession::professional)
                .map(professional -> Stream.concat(
                                professional.givenNames().stream(), Stream.of(professional.familyName()))
                        .collect(Collectors.joining(" ")));
    }

    /**
     * Where a login begins, as the SDK's markup, which is escaped already. The address is absolute: a browser that came
     * by another name of this host ends up at the one that is declared.
     */
    String button() {
        return PscButton.html(site.publicBaseUri().resolve("/login"))
                .inLanguage(language.locale())
                .markup();
    }

    /** The page in the other language. */
    String elsewhere() {
        return here + (here.indexOf('?') < 0 ? "?" : "&") + "lang="
                + language.other().tag();
    }

    /** Whether that is the Pro Santé Connect behind it. */
    boolean isBehind(Environment kind) {
        return site.psc().kind() == kind;
    }

    /** A moment on the clocks of metropolitan France. */
    String moment(Instant instant) {
        return text("moment", date(instant.atZone(FRANCE).toLocalDate()), time(instant));
    }

    /** The time of day on those clocks. */
    String time(Instant instant) {
        return DateTimeFormatter.ofPattern(text("time.pattern"), language.locale())
                .format(instant.atZone(FRANCE));
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** Why somebody may declare nothing; empty where they may. */
    Optional<String> refusal(Rights rights) {
        return rights.refusal()
                .map(refusal -> refusal.in(language))
                .or(() -> rights.kinds().isEmpty() ? Optional.of(text("rights.none")) : Optional.empty());
    }

    /** The kinds that somebody may declare, in the order of pages. */
    List<OfferKind> kinds(Rights rights) {
        return Stream.of(OfferKind.TESTING, OfferKind.VACCINATION)
                .filter(rights.kinds()::contains)
                .toList();
    }

    NomenclatureLabels labels() {
        return NomenclatureLabels.in(language);
    }

    /** A place of the directory as the public would read it. */
    PublicText place(Professional professional, Workplace workplace) {
        return PublicText.of(DirectoryPlaces.declaration(professional, workplace), language);
    }

    /** Mode of practice, kind and number of a place of the directory. */
    List<String> tags(Workplace workplace) {
        var finess = workplace.structure().finess().map(number -> "FINESS " + number);
        return Stream.of(labels().label("mode", workplace.mode()), labels().label("sector", workplace.sector()), finess)
                .flatMap(Optional::stream)
                .toList();
    }

    /** By which means somebody logged in, where Pro Santé Connect says so. */
    Optional<String> means() {
        return session.flatMap(PscSession::means)
                .map(means -> means.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(name -> texts(language).find("means." + name).orElseGet(() -> text("means.other")));
    }

    /** The title alone: a session is in here. */
    @Override
    public String toString() {
        return "Frame[" + title + "]";
    }
}
