package io.github.pscsdk.proxy.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a range has. */
class AddressRangeTest {
    private static boolean has(String range, String address) {
        return AddressRange.parse(range).contains(AddressRange.literal(address).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "10.7.3.4, 10.7.3.4, true",
        "10.7.3.4, 10.7.3.5, false",
        "10.7.3.4/32, 10.7.3.4, true",
        "10.7.3.4/32, 10.7.3.5, false",
        "10.7.3.4/31, 10.7.3.5, true",
        "10.7.3.4/31, 10.7.3.6, false",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "128.0.0.0/1, 255.0.0.1, true",
        "128.0.0.0/1, 127.255.255.255, false",
        "10.7.255.0/17, 10.7.128.0, true",
        "10.7.255.0/17, 10.7.127.255, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "fd00::1, fd00::1, true",
        "fd00::1, fd00::2, false",
        "fd00::1/128, fd00::, false",
        "fd00::/127, fd00::1, true",
        "::a07:0/112, 10.7.0.1, false",
        "a07:1::/32, 10.7.0.1, false",
        "10.7.0.0/16, a07::1, false",
        "10.7.0.0/16, ::ffff:10.7.0.1, true",
        "10.7.0.0/16, ::10.7.0.1, false"
    })
    void a_range_has_the_addresses_with_its_first_bits_and_no_others(String range, String address, boolean contained) {
        assertEquals(contained, has(range, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/0",
                "10.0.0.0/33",
                "fd00::/0",
                "fd00::/129",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/0008",
                "10.0.0.0/a",
                "/8",
                "10.0.0/8",
                "localhost",
                "localhost/8",
                "10.0.0.0/8/8",
                "10.0.0.256",
                "1:2"
            })
    void a_text_that_is_no_range_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
    }

    @Test
    void one_address_is_a_range_of_all_its_bits() {
        assertEquals(32, AddressRange.parse("10.0.0.1").bits());
        assertEquals(128, AddressRange.parse("fd00::1").bits());
        assertEquals(1, AddressRange.parse("10.0.0.1/1").bits());
        assertThrows(
                IllegalArgumentException.class,
                () -> new AddressRange(AddressRange.literal("10.0.0.1").orElseThrow(), -1));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, true",
        "255.255.255.255, true",
        "1.2.3, false",
        "1.2.3.4.5, false",
        "256.2.3.4, false",
        "1.2.3.256, false",
        "1.2.3.4x, false",
        "::, true",
        "::1, true",
        "fd00::1:2, true",
        "1:2:3, false",
        "1::2::3, false",
        "a.example, false",
        "dead, false",
        "dead:beef, false",
        "fe80::1%eth0, false"
    })
    void no_name_is_ever_looked_up(String text, boolean isAddress) {
        assertEquals(isAddress, AddressRange.literal(text).isPresent());
        if (!isAddress) {
            assertEquals(Optional.empty(), AddressRange.literal(text));
        }
    }
}
