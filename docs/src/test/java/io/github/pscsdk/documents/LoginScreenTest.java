package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.loginui.PscButton;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
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
    void the_code_in_the_window_says_what_it_is() {
        var picture = LoginScreen.picture(LOGIN);

        assertEquals(
                "Code QR de la page de connexion",
                picture.getAccessibleContext().getAccessibleName());
    }
}
