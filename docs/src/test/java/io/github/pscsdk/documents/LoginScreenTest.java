package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginScreenTest {
    private static final URI LOGIN = URI.create("https://software.example/login");

    @Test
    void the_page_leads_to_the_login_with_artwork_or_without() {
        assertTrue(LoginScreen.page().contains("href=\"" + LOGIN + "\">" + PscButton.LABEL + "</a>"));
        assertTrue(LoginScreen.pageWithArtwork(LOGIN)
                .contains("<img src=\"/kit/psc.png\" alt=\"" + PscButton.LABEL + "\""));
    }

    @Test
    void the_window_has_a_button_that_begins_a_login_with_artwork_or_without(@TempDir Path kit) throws Exception {
        ImageIO.write(
                new BufferedImage(400, 112, BufferedImage.TYPE_INT_RGB),
                "png",
                kit.resolve("psc.png").toFile());
        var logins = new AtomicInteger();

        LoginScreen.window(logins::incrementAndGet).doClick(0);
        var button = LoginScreen.windowWithArtwork(logins::incrementAndGet, kit);
        button.doClick(0);

        assertEquals(2, logins.get());
        assertEquals(200, button.getIcon().getIconWidth());
    }

    @Test
    void the_panel_says_why_nobody_is_logged_in_any_more_and_offers_more_help() throws Exception {
        var asked = new ArrayList<Problem>();
        try (var client = PscClientBuilder.forServerHalf(URI.create("http://127.0.0.1:1"))
                .clientId("software")
                .applicationToken("not-a-secret")
                .build()) {
            var panel = LoginScreen.panel(client, session -> {}, asked::add);

            panel.showProblem(LoginProblem.SESSION_ENDED);
            ((JButton) named(panel, "login.guide").orElseThrow()).doClick(0);

            assertEquals(List.of(LoginProblem.SESSION_ENDED), asked);
            assertTrue(named(panel, "means.browser").isPresent());
        }
    }

    private static Optional<Component> named(Container container, String name) {
        return Stream.of(container.getComponents())
                .flatMap(one -> name.equals(one.getName())
                        ? Stream.of(one)
                        : one instanceof Container inner ? named(inner, name).stream() : Stream.empty())
                .findFirst();
    }

    @Test
    void the_code_in_the_window_says_what_it_is() {
        var picture = LoginScreen.picture(LOGIN);

        assertEquals(
                "Code QR de la page de connexion",
                picture.getAccessibleContext().getAccessibleName());
    }
}
