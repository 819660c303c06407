package io.github.pscsdk.loginui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ResultMetadataType;
import java.awt.Color;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginQrTest {
    private static final URI LOGIN =
            URI.create("https://wallet.example/auth?response_type=code&client_id=a&state=kept-for-oneself");

    static List<URI> addresses() {
        return List.of(
                LOGIN,
                URI.create("http://127.0.0.1:8080/x"),
                URI.create("https://pharmacie.example/entrée?à=é"),
                URI.create("https://software.example/" + "a1-_".repeat(570)));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_reader_finds_the_address_in_the_picture(URI address) throws Exception {
        var qr = LoginQr.of(address);

        for (var scale : List.of(2, 4, 7)) {
            assertEquals(address.toASCIIString(), Scanner.scan(qr.image(scale)).getText());
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_reader_finds_the_address_in_the_svg(URI address) throws Exception {
        var svg = LoginQr.of(address).svg(Locale.FRENCH);

        assertEquals(address.toASCIIString(), Scanner.scan(Canvas.ofSvg(svg)).getText());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_reader_finds_the_address_on_a_console_that_writes_light_on_dark(URI address) throws Exception {
        var text = LoginQr.of(address).text();

        assertEquals(
                address.toASCIIString(), Scanner.scan(Canvas.ofBlocks(text)).getText());
    }

    @Test
    void the_address_of_a_login_fits_a_console_of_eighty_columns() {
        var address = URI.create("https://wallet.example/?" + "x".repeat(401));

        var lines = LoginQr.of(address).text().lines().toList();

        assertEquals(425, address.toString().length());
        assertTrue(
                lines.stream().allMatch(line -> line.length() <= 80),
                () -> lines.get(0).length() + " columns");
    }

    @Test
    void a_seventh_of_the_code_may_be_spoilt() throws Exception {
        var correction = Scanner.scan(LoginQr.of(LOGIN).image(4))
                .getResultMetadata()
                .get(ResultMetadataType.ERROR_CORRECTION_LEVEL);

        assertEquals("M", correction);
    }

    @Test
    void four_modules_around_the_code_stay_white() {
        var image = LoginQr.of(LOGIN).image(3);
        var side = image.getWidth();

        for (var along = 0; along < side; along++) {
            for (var across = 0; across < 12; across++) {
                assertEquals(Color.WHITE.getRGB(), image.getRGB(along, across));
                assertEquals(Color.WHITE.getRGB(), image.getRGB(across, along));
                assertEquals(Color.WHITE.getRGB(), image.getRGB(along, side - 1 - across));
                assertEquals(Color.WHITE.getRGB(), image.getRGB(side - 1 - across, along));
            }
        }
        assertEquals(Color.BLACK.getRGB(), image.getRGB(12, 12), "and no more than four");
    }

    @Test
    void the_picture_is_black_and_white_and_nothing_between() {
        var image = LoginQr.of(LOGIN).image(5);

        var colors = new HashSet<Integer>();
        for (var rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            colors.add(rgb);
        }

        assertEquals(Set.of(Color.BLACK.getRGB(), Color.WHITE.getRGB()), colors);
    }

    @Test
    void whoever_does_not_see_it_is_told_what_it_is() throws Exception {
        assertEquals("Code QR de la page de connexion", LoginQr.alternative(Locale.FRANCE));
        assertEquals("QR code of the login page", LoginQr.alternative(Locale.ENGLISH));

        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var svg = Xml.parse(LoginQr.of(LOGIN).svg(locale));
            assertEquals("img", svg.getAttribute("role"));
            assertEquals(LoginQr.alternative(locale), svg.getAttribute("aria-label"));
            assertEquals(locale.getLanguage(), svg.getAttribute("lang"));
        }
    }

    @Test
    void digits_are_those_of_svg_on_a_machine_that_has_others() throws Exception {
        var before = Locale.getDefault();
        try {
            var expected = LoginQr.of(LOGIN).svg(Locale.FRENCH);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertEquals(expected, LoginQr.of(LOGIN).svg(Locale.FRENCH));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void prints_nothing_of_the_address() {
        assertEquals("LoginQr[45 modules wide]", LoginQr.of(LOGIN).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "javascript:alert(1)", "mailto:a@b.example", "https:opaque", "//host/login"})
    void only_an_absolute_web_address_makes_a_code(String address) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> LoginQr.of(URI.create(address)));

        assertFalse(refusal.getMessage().contains(address), refusal.getMessage());
    }

    @Test
    void an_address_that_no_code_can_hold_is_refused_and_not_quoted() {
        var address = URI.create("https://software.example/?state=" + "s3cret".repeat(400));

        var refusal = assertThrows(IllegalArgumentException.class, () -> LoginQr.of(address));

        assertFalse(refusal.toString().contains("s3cret"), refusal.toString());
        assertFalse(refusal.getCause().toString().contains("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 41, Integer.MAX_VALUE})
    void a_scale_out_of_bounds_is_refused(int scale) {
        var qr = LoginQr.of(LOGIN);

        var refusal = assertThrows(IllegalArgumentException.class, () -> qr.image(scale));

        assertTrue(refusal.getMessage().contains(String.valueOf(scale)));
    }
}
