package io.github.pscsdk.plugin.cps.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.plugin.cps.internal.health.Middleware.Place;
import io.github.pscsdk.plugin.cps.internal.health.Middleware.What;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiddlewareTest {
    @TempDir
    private Path folder;

    private final List<Place> places = new ArrayList<>();

    /** Whether a CPS4 is in a reader. */
    private boolean cps4;

    @Test
    void nothing_installed_is_told() {
        places.add(new Place(What.MODULE, folder.resolve("absent.so")));

        assertEquals(List.of(CardProblem.NO_MIDDLEWARE, CardProblem.NO_CPS_GESTION), problems());
    }

    @Test
    void one_library_is_named_once_whatever_leads_to_it() throws Exception {
        var library = file("libcps3.so", "");
        place(What.MODULE, library);
        place(What.MODULE, Files.createSymbolicLink(folder.resolve("link.so"), library));
        place(What.REGISTRATION, file("cps3.json", "{\"name\":\"cps3\",\"path\" : \"" + library + "\"}"));
        place(What.GESTION, file("cpgeslux", ""));

        assertEquals(List.of(CardProblem.MIDDLEWARE_FOUND, CardProblem.CPS_GESTION_FOUND), problems());
        assertEquals(Map.of(library.toRealPath().toString(), "version unknown"), facts(CardProblem.MIDDLEWARE_FOUND));
    }

    @Test
    void several_libraries_are_told() throws Exception {
        place(What.MODULE, file("libcps3.so.3.4.0", ""));
        place(What.MODULE, file("older.dylib", ""));
        place(What.GESTION, file("cpgeslux", ""));

        assertEquals(
                List.of(CardProblem.MIDDLEWARE_FOUND, CardProblem.SEVERAL_MIDDLEWARES, CardProblem.CPS_GESTION_FOUND),
                problems());
        assertTrue(facts(CardProblem.SEVERAL_MIDDLEWARES).containsValue("3.4.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01.09", "02.06.00", "2.13"})
    void a_library_of_before_the_cps4_is_told_where_such_a_card_is_in_a_reader(String version) throws Exception {
        var library = marked("libcps3_pkcs11_lux.so", version);
        place(What.MODULE, library);
        place(What.MODULE, marked("libcps3_pkcs11_osx.dylib", "03.01.00"));

        assertFalse(problems().contains(CardProblem.MIDDLEWARE_TOO_OLD));
        cps4 = true;
        assertTrue(problems().contains(CardProblem.MIDDLEWARE_TOO_OLD));
        assertEquals(
                Set.of(library.toRealPath().toString()),
                facts(CardProblem.MIDDLEWARE_TOO_OLD).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"03.00.00", "03.01.00", "3.4", "10.0"})
    void a_library_that_knows_the_cps4_is_not_too_old(String version) throws Exception {
        cps4 = true;
        place(What.MODULE, marked("libcps3_pkcs11_lux.so", version));

        assertFalse(problems().contains(CardProblem.MIDDLEWARE_TOO_OLD));
    }

    @Test
    void of_a_library_that_tells_no_version_nobody_says_that_it_is_too_old() throws Exception {
        cps4 = true;
        place(What.MODULE, file("libcps3_pkcs11_lux.so", "ELF"));

        assertEquals(List.of(CardProblem.MIDDLEWARE_FOUND, CardProblem.NO_CPS_GESTION), problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.6", "01.02.09", "1.3"})
    void a_cps_gestion_of_before_the_logins_is_told(String version) throws Exception {
        place(What.GESTION, marked("cpgesw64.exe", version));

        assertEquals(
                List.of(CardProblem.NO_MIDDLEWARE, CardProblem.CPS_GESTION_FOUND, CardProblem.CPS_GESTION_TOO_OLD),
                problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.7", "1.4", "06.08.00"})
    void a_cps_gestion_that_may_do_is_named_with_its_version_and_no_more(String version) throws Exception {
        place(What.GESTION, marked("cpgesw64.exe", version));

        assertEquals(List.of(CardProblem.NO_MIDDLEWARE, CardProblem.CPS_GESTION_FOUND), problems());
    }

    @Test
    void a_cps_gestion_that_is_a_folder_tells_no_version() throws Exception {
        place(What.GESTION, Files.createDirectory(folder.resolve("cpgesosx.app")));

        assertTrue(facts(CardProblem.CPS_GESTION_FOUND).containsValue("version unknown"));
    }

    @Test
    void a_registration_is_where_a_library_is_found_that_is_in_no_usual_place() throws Exception {
        place(What.REGISTRATION, file("cps3.json", "{\"path\":\"" + file("elsewhere.so", "") + "\"}"));

        assertTrue(problems().contains(CardProblem.MIDDLEWARE_FOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"path\":\"\\u0000\"}", "{\"path\":\"/no/such/file\"}"})
    void a_registration_that_leads_nowhere_is_passed_over(String content) throws Exception {
        place(What.REGISTRATION, file("cps3.json", content));

        assertTrue(problems().contains(CardProblem.NO_MIDDLEWARE));
    }

    @Test
    void a_windows_library_tells_its_version() throws Exception {
        var resource = "MZ…FileVersion\0\0".getBytes(StandardCharsets.UTF_16LE);
        var version = "3, 4, 0, 1\0".getBytes(StandardCharsets.UTF_16LE);
        var library = folder.resolve("cps3_pkcs11_w64.dll");
        Files.write(library, resource);
        Files.write(library, version, StandardOpenOption.APPEND);

        assertEquals("3.4.0.1", FileVersion.words(library));
    }

    /** As it stands in the Linux library of Cryptolib 5.2.2, which has no version in its name. */
    @Test
    void a_library_of_any_system_tells_its_version_by_ans_s_mark() throws Exception {
        var library = file("libcps3_pkcs11_lux.so", "\0##[ProductVersion  03.01.00Aug 20 2024 14:24:25\0");

        assertEquals("3.1.0", FileVersion.words(library));
    }

    @Test
    void a_library_that_tells_no_version_has_none() throws Exception {
        assertEquals("version unknown", FileVersion.words(file("cps3_pkcs11_w64.dll", "MZ")));
        assertEquals("version unknown", FileVersion.words(folder.resolve("gone.dll")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows", "macos", "linux"})
    void every_system_has_its_places(String system) {
        var found = Middleware.places(system);

        assertTrue(found.stream().anyMatch(place -> place.what() == What.MODULE));
        assertTrue(found.stream().anyMatch(place -> place.what() == What.GESTION));
        assertFalse(found.stream().anyMatch(place -> place.path().toString().isBlank()));
    }

    private List<Diagnostic> findings() {
        return new Middleware(places).findings(cps4);
    }

    private Map<String, String> facts(CardProblem problem) {
        return findings().stream()
                .filter(finding -> finding.problem() == problem)
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private Path marked(String name, String version) throws Exception {
        return file(name, "\0##[ProductVersion  " + version + "\0");
    }

    private List<Object> problems() {
        return findings().stream()
                .map(Diagnostic::problem)
                .map(Object.class::cast)
                .toList();
    }

    private void place(What what, Path path) {
        places.add(new Place(what, path));
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }
}
