package io.github.pscsdk.documents;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.loginui.HtmlButton;
import io.github.pscsdk.loginui.LoginPanel;
import io.github.pscsdk.loginui.LoginQr;
import io.github.pscsdk.loginui.PscButton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JLabel;

/** The snippets about what a host shows at login: compiled here, and run by {@link LoginScreenTest}. */
final class LoginScreen {
    private LoginScreen() {}

    static String page() {
        var login = URI.create("https://software.example/login");
        var button = PscButton.html(login).inLanguage(Locale.FRENCH).markup();
        var sheet = HtmlButton.stylesheet();
        return "<style>" + sheet + "</style>" + button;
    }

    static String pageWithArtwork(URI login) {
        var image = URI.create("/kit/psc.png");
        var button = PscButton.html(login).withArtwork(image).markup();
        return button;
    }

    static JButton window(Runnable login) {
        var button = PscButton.swing(login).build();
        return button;
    }

    static JButton windowWithArtwork(Runnable login, Path kit) throws IOException {
        var image = kit.resolve("psc.png");
        var button = PscButton.swing(login).withArtwork(image, 56).build();
        return button;
    }

    static LoginPanel panel(PscClient client, Consumer<AuthenticationSession> work, Consumer<Problem> guide) {
        var login = LoginPanel.of(client, work)
                .inLanguage(Locale.FRENCH)
                .offering(LoginRequest.using("cps", "ecps"), LoginRequest.using("browser"))
                .onHelp(guide);
        return login;
    }

    static JLabel picture(URI address) {
        var qr = LoginQr.of(address);
        var picture = new JLabel(new ImageIcon(qr.image(4)));
        picture.getAccessibleContext().setAccessibleName(LoginQr.alternative(Locale.FRENCH));
        return picture;
    }
}
