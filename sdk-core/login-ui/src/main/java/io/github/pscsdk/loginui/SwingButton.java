package io.github.pscsdk.loginui;

import java.awt.event.ActionEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.KeyStroke;

/**
 * The button of a Swing window, as the look and feel draws buttons: sharp at any scale of the screen, its focus
 * visible. Immutable; each {@link #build()} makes another component. See {@link PscButton}.
 */
public final class SwingButton {
    private final Action login;
    private final Wording wording;
    private final Optional<Icon> artwork;

    private SwingButton(Action login, Wording wording, Optional<Icon> artwork) {
        this.login = login;
        this.wording = wording;
        this.artwork = artwork;
    }

    static SwingButton of(Action login) {
        return new SwingButton(Objects.requireNonNull(login, "login"), Wording.FRENCH, Optional.empty());
    }

    static SwingButton of(Runnable login) {
        return of(new RunningAction(Objects.requireNonNull(login, "login")));
    }

    /** The same button in French, or in English for every other language. */
    public SwingButton inLanguage(Locale locale) {
        return new SwingButton(login, Wording.in(locale), artwork);
    }

    /** The same button with the image of ANS's kit that you fetched; the wording becomes its accessible name. */
    public SwingButton withArtwork(Icon image) {
        return new SwingButton(login, wording, Optional.of(image));
    }

    /**
     * The same button with the image of ANS's kit in a file of yours. Where the image has more pixels than the height
     * asks for, screens of a higher resolution show them.
     *
     * @param image in a format that {@link javax.imageio.ImageIO} reads, such as PNG
     * @param height on the screen, in the unit of Swing's components
     * @throws IOException if the file cannot be read or is no image
     */
    public SwingButton withArtwork(Path image, int height) throws IOException {
        return withArtwork(Picture.read(image, height));
    }

    /**
     * A new component, on the event dispatch thread. Space and Enter press it while it has the focus; it has no
     * mnemonic.
     */
    public JButton build() {
        var button = new LoginButton(login, wording);
        artwork.ifPresent(button::show);
        return button;
    }

    /** A button that says its wording, whatever the action behind it is called. */
    private static final class LoginButton extends JButton {
        LoginButton(Action login, Wording wording) {
            super(wording.label());
            setAction(login);
            setLocale(wording.locale());
            getAccessibleContext().setAccessibleName(wording.label());
            // Most looks bind Space alone, and leave Enter to the default button of the window.
            getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "pressed");
            getInputMap().put(KeyStroke.getKeyStroke("released ENTER"), "released");
        }

        /** Shows a picture in place of the text; the accessible name stays. */
        void show(Icon artwork) {
            setText(null);
            setIcon(artwork);
        }

        @Override
        protected void configurePropertiesFromAction(Action action) {
            setEnabled(action == null || action.isEnabled());
        }

        @Override
        protected void actionPropertyChanged(Action action, String property) {
            if ("enabled".equals(property)) {
                setEnabled(action.isEnabled());
            }
        }
    }

    /** An action that is always enabled. */
    private static final class RunningAction extends AbstractAction {
        private final Runnable work;

        RunningAction(Runnable work) {
            this.work = work;
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            work.run();
        }
    }
}
