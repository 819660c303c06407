package io.github.pscsdk.plugin.cps.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FactPathTest {
    private static final Path HOME = Path.of("/home/carole.pharmach").toAbsolutePath();

    @Test
    void a_file_of_the_person_at_the_workstation_does_not_name_the_person() {
        assertEquals(
                Path.of("~", "lib", "libcps3.so").toString(), Middleware.fact(HOME.resolve("lib/libcps3.so"), HOME));
    }

    @Test
    void any_other_file_is_named_whole() {
        var library = Path.of("/opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so");

        assertEquals(library.toString(), Middleware.fact(library, HOME));
        assertEquals(library.toString(), Middleware.fact(library, Path.of("")));
        assertEquals(library.toString(), Middleware.fact(library, Path.of("/")));
    }
}
