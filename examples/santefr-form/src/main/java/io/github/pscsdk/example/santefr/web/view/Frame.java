package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.loginui.PscButton;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What every page has around its subject.
 *
 * @param language of the reader
 * @param title the key of the page's title
 * @param here the path, and the query that must stay, of this page in the other language
 * @param isTyped whether {@code here} takes the page's form too: then the form is sent to it when the language changes, so that
 *     nothing is lost that was typed
 * @param login where a login begins: absolute, so that a browser which came by another name of this host ends up at the
 *     one that is declared; empty where no login is configured
 * @param sessionEnd when the session ends, where that is soon
 * @param environment the Pro Santé Connect behind it; empty where no login is configured
 * @param person who is logged in
 */
public record Frame(
        Language language,
        String title,
        String here,
        boolean isTyped,
        Optional<URI> login,
        Optional<Instant> sessionEnd,
        Optional<Environment> environment,
        Optional<Person> person) {
    /** The id of the form that is sent when the language changes. */
    public static final String FORM = "typed";

    public Frame {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(here, "here");
    }

    /**
     * Who is logged in.
     *
     * @param name given names and family name
     * @param token of the forms of their session
     */
    public record Person(String name, String token) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /** A text on one thing or several. */
    public String count(String key, long number) {
        return number == 1 ? text(key + ".one") : text(key + ".many", number);
    }

    /** A text in the reader's language, with its values. */
    public String text(String key, Object... values) {
        return texts(language).get(key, values);
    }

    /** What the pages say. */
    public static Texts texts(Language language) {
        return Texts.beside(Frame.class, "pages", language);
    }

    /** Where a login begins, as the SDK's markup, which is escaped already; empty where no login is configured. */
    public Optional<String> button() {
        return login.map(
                address -> PscButton.html(address).inLanguage(language.locale()).markup());
    }

    /** When the session ends, on the clocks of metropolitan France, where that is soon. */
    public Optional<String> sessionEndTime() {
        return sessionEnd.map(end -> DateFormats.time(end, language));
    }

    /** The page in the other language. */
    public String elsewhere() {
        return here + (here.indexOf('?') < 0 ? "?" : "&") + "lang="
                + language.other().tag();
    }

    /** The tag of the other language. */
    public String otherLanguage() {
        return language.other().tag();
    }

    /** Whether only fictitious professionals can log in. */
    public boolean isSimulated() {
        return environment.filter(Environment.SIMULATOR::equals).isPresent();
    }

    /** Whether it is ANS's sandbox. */
    public boolean isSandbox() {
        return environment.filter(Environment.SANDBOX::equals).isPresent();
    }
}
