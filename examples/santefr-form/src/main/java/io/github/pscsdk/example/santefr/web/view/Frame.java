package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.CodedValue;
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
import io.github.pscsdk.relyingparty.session.PscSession;
import java.net.URI;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
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
 * @param login where a login begins: absolute, so that a browser which came by another name of this host ends up at the
 *     one that is declared; empty where no login is configured
 * @param sessionEnd when the session ends, where that is soon
 * @param environment the Pro Santé Connect behind it; empty where no login is configured
 * @param session of the person who is logged in
 */
public record Frame(
        Language language,
        String title,
        String here,
        boolean isTyped,
        Optional<URI> login,
        Optional<Instant> sessionEnd,
        Optional<Environment> environment,
        Optional<PscSession> session) {
    /** The id of the form that is sent when the language changes. */
    public static final String FORM = "typed";

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** A text on one thing or several. */
    public String count(String key, long number) {
        return number == 1 ? text(key + ".one") : text(key + ".many", number);
    }

    /** A text in the reader's language, with its values. */
    public String text(String key, Object... values) {
        return texts(language).get(key, values);
    }

    /** The texts of the pages. */
    public static Texts texts(Language language) {
        return Texts.beside(Frame.class, "pages", language);
    }

    /** The subject of a page, which counts the errors on it first. */
    public Optional<String> counted(List<SummaryLine> summary, String subject) {
        var errors = SummaryLine.errors(summary);
        return Optional.of(errors == 0 ? subject : count("errors", errors) + " – " + subject);
    }

    /** The token of the forms; blank where nobody is logged in. */
    public String csrf() {
        return session.map(open -> open.id().formToken()).orElse("");
    }

    /** The given names and the family name of the person who is logged in. */
    public Optional<String> person() {
        return session.map(PscSession::professional)
                .map(professional -> Stream.concat(
                                professional.givenNames().stream(), Stream.of(professional.familyName()))
                        .collect(Collectors.joining(" ")));
    }

    /** Where a login begins, as the SDK's markup, which is escaped already; blank where no login is configured. */
    public String button() {
        return login.map(address ->
                        PscButton.html(address).inLanguage(language.locale()).markup())
                .orElse("");
    }

    /** The page in the other language. */
    public String elsewhere() {
        return here + (here.indexOf('?') < 0 ? "?" : "&") + "lang="
                + language.other().tag();
    }

    /** Whether that is the Pro Santé Connect behind it. */
    public boolean isBehind(Environment kind) {
        return environment.filter(kind::equals).isPresent();
    }

    /** A moment on the clocks of metropolitan France. */
    public String moment(Instant instant) {
        return text("moment", date(instant.atZone(FRANCE).toLocalDate()), time(instant));
    }

    /** The time of day on those clocks. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern(text("time.pattern"), language.locale())
                .format(instant.atZone(FRANCE));
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** Why somebody may declare nothing; empty where they may. */
    public Optional<String> refusal(Rights rights) {
        return rights.refusal()
                .map(refusal -> refusal.in(language))
                .or(() -> rights.kinds().isEmpty() ? Optional.of(text("rights.none")) : Optional.empty());
    }

    /** The kinds that somebody may declare, in the order of pages. */
    public List<OfferKind> kinds(Rights rights) {
        return Stream.of(OfferKind.TESTING, OfferKind.VACCINATION)
                .filter(rights.kinds()::contains)
                .toList();
    }

    /** The label of a code of the directory. */
    public Optional<String> label(String table, Optional<CodedValue> code) {
        return NomenclatureLabels.in(language).label(table, code);
    }

    /** A place of the directory as the public would read it. */
    public PublicText place(Professional professional, Workplace workplace) {
        return PublicText.of(DirectoryPlaces.declaration(professional, workplace), language);
    }

    /** Mode of practice, kind and number of a place of the directory. */
    public List<String> tags(Workplace workplace) {
        var finess = workplace.structure().finess().map(number -> "FINESS " + number);
        return Stream.of(label("mode", workplace.mode()), label("sector", workplace.sector()), finess)
                .flatMap(Optional::stream)
                .toList();
    }

    /** By which means somebody logged in, where Pro Santé Connect says so. */
    public Optional<String> means() {
        return session.flatMap(PscSession::means).map(means -> text("means." + key(means)));
    }

    private static String key(Means means) {
        return switch (means.name()) {
            case "CARD" -> "card";
            case "MOBILE" -> "mobile";
            case "IDENTITY_BROKER" -> "organisation";
            case "WEBAUTHN" -> "webauthn";
            default -> "other";
        };
    }

    /** The title alone: a session is in here. */
    @Override
    public String toString() {
        return "Frame[" + title + "]";
    }
}
