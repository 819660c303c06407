package io.github.pscsdk.plugin.cps.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.CpsSettings;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProviderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleFailureTest {
    private static final int CLASS_OF_ELF = 4;
    private static final byte OF_32_BITS = 1;

    @TempDir
    Path folder;

    @Test
    void a_module_that_is_not_where_the_settings_say_is_none() throws Exception {
        assertEquals(CardProblem.NO_MIDDLEWARE, problem(folder.resolve("none.so")));
    }

    @Test
    void a_file_that_is_no_library_cannot_be_used() throws Exception {
        assertEquals(CardProblem.MODULE_UNUSABLE, problem(Files.writeString(folder.resolve("text.so"), "no library")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_library_of_32_bits_is_told_from_a_broken_one_in_a_folder_with_a_blank_too() throws Exception {
        var library = Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "libjava.so"));
        library[CLASS_OF_ELF] = OF_32_BITS;
        var places = Files.createDirectory(folder.resolve("Program Files"));

        assertEquals(CardProblem.MODULE_OF_OTHER_ARCHITECTURE, problem(Files.write(places.resolve("old.so"), library)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\x.dll: %1 is not a valid Win32 application",
                "C:\\x.dll: Can't load IA 32-bit .dll on a AMD 64-bit platform",
                "dlopen(x.dylib): mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64')"
            })
    void windows_and_macos_say_it_in_words_of_their_own(String words) {
        var failure = new ProviderException("Initialization failed", new UnsatisfiedLinkError(words));

        assertEquals(
                CardProblem.MODULE_OF_OTHER_ARCHITECTURE,
                ProofFailures.ofModule(failure).problem());
    }

    private static Problem problem(Path library) throws Exception {
        var settings = CpsSettings.builder().pkcs11Module(library).build();
        var proof = CardProof.through(settings, CardGeneration.CPS4);
        return assertThrows(PscException.class, () -> proof.prove(URI.create("https://localhost")))
                .problem();
    }
}
