package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.loginui.PscButton;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/**
 * What every page has around its subject.
 *
 * @param language of the reader
 * @param texts in it
 * @param title the key of the page's title
 * @param here this page in the other language
 * @param login where a login begins: absolute, so that a browser which came by another name of this host ends up at the one
 *     that is declared
 * @param environment the Pro Santé Connect behind it
 * @param sessionEnd when the session ends, where that is soon
 * @param person who is logged in
 * @param place where they work now, once they have chosen
 * @param csrf the token of the forms; blank where nobody is logged in
 */
public record Frame(
        Language language,
        MessageSource texts,
        String title,
        CurrentPage here,
        URI login,
        Environment environment,
        Optional<Instant> sessionEnd,
        Optional<PersonCard> person,
        Optional<PlaceCard> place,
        String csrf) {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** A text in the reader's language, with values in its gaps. */
    public String text(String key, Object... values) {
        return texts.getMessage(key, values, language.locale());
    }

    /** A text on one thing or several. */
    public String count(String key, long number) {
        return number == 1 ? text(key + ".one") : text(key + ".many", number);
    }

    /** The day of a control within a sentence: French writes it small. */
    public String day(HtmlControl control) {
        return language == Language.FRENCH ? control.label().toLowerCase(Locale.FRENCH) : control.label();
    }

    /** Where a login begins, as the SDK's markup, which is escaped already. */
    public String button() {
        return PscButton.html(login).inLanguage(language.locale()).markup();
    }

    /** A moment on the clocks of metropolitan France. */
    public String moment(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(text(pattern), language.locale()).format(instant.atZone(FRANCE));
    }

    /** When the session ends, where that is soon. */
    public Optional<String> sessionEndTime() {
        return sessionEnd.map(end -> moment(end, "time.pattern"));
    }

    /** Whether only fictitious professionals can log in. */
    public boolean isSimulated() {
        return environment == Environment.SIMULATOR;
    }

    /** Whether it is ANS's sandbox. */
    public boolean isSandbox() {
        return environment == Environment.SANDBOX;
    }

    /** The title alone: there is a token in here. */
    @Override
    public String toString() {
        return "Frame[" + title + "]";
    }
}
