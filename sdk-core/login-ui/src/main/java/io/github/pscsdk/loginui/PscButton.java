package io.github.pscsdk.loginui;

import java.net.URI;
import javax.swing.Action;

/**
 * The button with which a login begins, for a web page or for a Swing window.
 *
 * <p>Without artwork it is the official wording in a neutral style, which is <strong>not</strong> the visual identity
 * that ANS asks services to show. ANS publishes a kit of images on esante.gouv.fr; its rules (smallest size, clear
 * space, what must not be changed) could not be read for this SDK, and none of its images is shipped. Fetch the kit,
 * follow its rules, and give the image to {@code withArtwork}.
 */
public final class PscButton {
    /**
     * The official wording, letter by letter, as ANS writes it in the login theme of its Keycloak extension
     * (ansforge/keycloak-prosanteconnect) and on the pages of its proof of concept.
     */
    public static final String LABEL = "S'identifier avec PRO SANTE CONNECT";

    /** The official wording of the link beside the button, from the same sources. */
    public static final String MORE = "en savoir plus sur Pro Sante Connect";

    /** A translation of {@link #LABEL} by this SDK: ANS has published none that we know of. */
    public static final String LABEL_IN_ENGLISH = "Identify yourself with PRO SANTE CONNECT";

    /** A translation of {@link #MORE} by this SDK. */
    public static final String MORE_IN_ENGLISH = "learn more about Pro Sante Connect";

    private PscButton() {}

    /**
     * A button for a web page, in French until told otherwise.
     *
     * @param login where a login begins when it is asked for with {@code GET}: http, https, or relative to the page
     * @throws IllegalArgumentException if the address has another scheme, such as {@code javascript}
     */
    public static HtmlButton html(URI login) {
        return HtmlButton.to(login);
    }

    /**
     * A button for a Swing window, in French until told otherwise.
     *
     * @param login begins the login; called on the event dispatch thread, so it must not wait for the end
     */
    public static SwingButton swing(Runnable login) {
        return SwingButton.of(login);
    }

    /**
     * A button for a Swing window that is enabled when the action is; of the action's name, icon and mnemonic it takes
     * none.
     *
     * @param login begins the login; called on the event dispatch thread, so it must not wait for the end
     */
    public static SwingButton swing(Action login) {
        return SwingButton.of(login);
    }
}
