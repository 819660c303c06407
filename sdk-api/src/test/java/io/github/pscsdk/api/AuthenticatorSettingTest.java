package io.github.pscsdk.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.AuthenticatorSetting.Kind;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorSettingTest {
    private static final BilingualLine LABEL = BilingualLine.of("Attente", "Wait");
    private static final AuthenticatorSetting NUMBER = AuthenticatorSetting.number("tries", LABEL, 1, 5);
    private static final AuthenticatorSetting TIME =
            AuthenticatorSetting.duration("waitTime", LABEL, Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final AuthenticatorSetting FLAG = AuthenticatorSetting.flag("beep", LABEL);
    private static final AuthenticatorSetting COLOUR =
            AuthenticatorSetting.choice("colour", LABEL, List.of("red", "green"));
    private static final AuthenticatorSetting TEXT = AuthenticatorSetting.text("site", LABEL);
    private static final AuthenticatorSetting ADDRESS = AuthenticatorSetting.url("service", LABEL);
    private static final AuthenticatorSetting SECRET = AuthenticatorSetting.secret("key", LABEL);

    @ParameterizedTest
    @CsvSource({
        "tries,1,true",
        "tries,5,true",
        "tries,0,false",
        "tries,6,false",
        "tries,1.5,false",
        "tries,'',false",
        "tries,99999999999999999999,false",
        "waitTime,PT1S,true",
        "waitTime,PT1M,true",
        "waitTime,PT0.9S,false",
        "waitTime,PT61S,false",
        "waitTime,5,false",
        "beep,true,true",
        "beep,false,true",
        "beep,TRUE,false",
        "beep,1,false",
        "colour,red,true",
        "colour,Red,false",
        "site,x,true",
        "site,' ',false",
        "service,https://badge.example/v1?site=1,true",
        "service,HTTPS://badge.example,true",
        "service,http://127.0.0.1:8080,true",
        "service,http://[::1]:8080,true",
        "service,http://localhost,true",
        "service,http://badge.example,false",
        "service,http://127.0.0.1.badge.example,false",
        "service,http://127.0.0.1:1@badge.example,false",
        "service,https://somebody@badge.example,false",
        "service,ftp://badge.example,false",
        "service,ftp://localhost,false",
        "service,https:badge,false",
        "service,//badge.example,false",
        "service,no address,false",
        "key,x,true",
        "key,'',false"
    })
    void accepts_values_of_its_kind_and_within_its_bounds(String name, String value, boolean accepted) {
        var setting = List.of(NUMBER, TIME, FLAG, COLOUR, TEXT, ADDRESS, SECRET).stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertEquals(accepted, setting.accepts(value));
    }

    @Test
    void says_its_bounds_as_a_value_is_written() {
        assertEquals("1 … 5", NUMBER.bounds());
        assertEquals("PT1S … PT1M", TIME.bounds());
        assertEquals("true, false", FLAG.bounds());
        assertEquals("red, green", COLOUR.bounds());
        assertEquals("https://…", ADDRESS.bounds());
    }

    @Test
    void a_default_is_within_the_bounds_and_a_secret_has_none() {
        assertEquals(Optional.of("3"), NUMBER.withDefault("3").defaultValue());
        assertEquals(Optional.empty(), NUMBER.defaultValue());
        assertThrows(IllegalArgumentException.class, () -> NUMBER.withDefault("6"));
        assertThrows(IllegalArgumentException.class, () -> SECRET.withDefault("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wait", "wait-time", "wait time", "1st", "é"})
    void has_a_name_that_fits_files_properties_and_variables(String name) {
        assertThrows(IllegalArgumentException.class, () -> AuthenticatorSetting.flag(name, LABEL));
    }

    @Test
    void bounds_leave_a_value() {
        assertThrows(IllegalArgumentException.class, () -> AuthenticatorSetting.number("tries", LABEL, 2, 1));
    }

    @Test
    void however_it_is_made_its_limits_leave_a_value_and_its_default_is_one() {
        var none = Optional.<String>empty();
        for (var limits : List.of(List.<String>of(), List.of("1"), List.of("2", "1"), List.of("1", "x"))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new AuthenticatorSetting("tries", Kind.NUMBER, LABEL, limits, none));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new AuthenticatorSetting("key", Kind.SECRET, LABEL, List.of(), Optional.of("hunter2")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AuthenticatorSetting("tries", Kind.NUMBER, LABEL, List.of("1", "5"), Optional.of("6")));
    }

    @Test
    void a_descriptor_declares_each_once_and_is_a_copy_at_each_step() {
        var plain = AuthenticatorDescriptor.of("badge", WayIn.BACKCHANNEL, "Badge", "Badge");

        var full = plain.withSetting(NUMBER).withSetting(FLAG).needingNationalId();

        assertEquals(List.of(), plain.settings());
        assertEquals(List.of(NUMBER, FLAG), full.settings());
        assertEquals("Attente", full.settings().get(0).label(Locale.FRENCH));
        assertThrows(IllegalArgumentException.class, () -> full.withSetting(NUMBER));
    }
}
