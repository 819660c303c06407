package io.github.pscsdk.loginui;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The button as a piece of a web page: a link that leads to the login, and one that explains Pro Santé Connect. See
 * {@link PscButton}.
 *
 * <p>Immutable. It has no script and no style of its own, so a content security policy need allow nothing for it,
 * except the artwork's address in {@code img-src}.
 */
public final class HtmlButton {
    // The page about Pro Santé Connect has moved more than once; the site has not.
    private static final URI ANS = URI.create("https://esante.gouv.fr/");

    private final URI login;
    private final Wording wording;
    private final Optional<URI> artwork;
    private final URI explanation;

    private HtmlButton(URI login, Wording wording, Optional<URI> artwork, URI explanation) {
        this.login = login;
        this.wording = wording;
        this.artwork = artwork;
        this.explanation = explanation;
    }

    static HtmlButton to(URI login) {
        return new HtmlButton(check(login), Wording.FRENCH, Optional.empty(), ANS);
    }

    /**
     * The style sheet that makes the link look like a button and its focus plain to see. Serve it as {@code text/css},
     * or have rules of your own for the classes {@code psc-login}, {@code psc-login-button}, {@code psc-login-artwork}
     * and {@code psc-login-more}.
     */
    public static String stylesheet() {
        return PageStyle.read("psc-login.css");
    }

    /** The same button in French, or in English for every other language. */
    public HtmlButton inLanguage(Locale locale) {
        return new HtmlButton(login, Wording.in(locale), artwork, explanation);
    }

    /**
     * The same button with the image of ANS's kit that you fetched and serve; the wording is its alternative text.
     *
     * @throws IllegalArgumentException if the address is neither http nor https nor relative
     */
    public HtmlButton withArtwork(URI image) {
        return new HtmlButton(login, wording, Optional.of(check(image)), explanation);
    }

    /**
     * The same button with another page that explains Pro Santé Connect; ANS's site by default.
     *
     * @throws IllegalArgumentException if the address is neither http nor https nor relative
     */
    public HtmlButton withExplanation(URI page) {
        return new HtmlButton(login, wording, artwork, check(page));
    }

    /**
     * The piece of HTML, which is well-formed XML too. It goes where a {@code div} may stand, and says its own
     * language, so that a screen reader speaks French on a page in another one.
     */
    public String markup() {
        return """
                <div class="psc-login" lang="%s">
                <p>%s</p>
                <p class="psc-login-more">%s</p>
                </div>
                """.formatted(wording.tag(), button(), link("", explanation, escape(wording.more())));
    }

    private String button() {
        var label = escape(wording.label());
        return artwork.map(image -> link(
                        " class=\"psc-login-artwork\"",
                        login,
                        "<img src=\"" + escape(image.toASCIIString()) + "\" alt=\"" + label + "\" />"))
                .orElseGet(() -> link(" class=\"psc-login-button\"", login, label));
    }

    private static String link(String type, URI to, String content) {
        return "<a" + type + " href=\"" + escape(to.toASCIIString()) + "\">" + content + "</a>";
    }

    /** Text that stands in markup, as content or between double quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * Returns an address that is relative, or http, or https; {@code javascript:} and the like run in the host's page.
     */
    private static URI check(URI address) {
        if (address.getScheme() != null && !isWeb(address)) {
            // It may hold a login's secret: do not echo it.
            throw new IllegalArgumentException("neither http nor https nor relative");
        }
        return address;
    }

    static boolean isWeb(URI address) {
        return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                && address.getHost() != null;
    }
}
