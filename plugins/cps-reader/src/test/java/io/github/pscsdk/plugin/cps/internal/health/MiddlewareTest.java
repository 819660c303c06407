package io.github.pscsdk.plugin.cps.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.plugin.cps.internal.health.MiddlewarePlace.What;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiddlewareTest {
    @TempDir
    private Path folder;

    private final List<MiddlewarePlace> places = new ArrayList<>();

    @Test
    void nothing_installed_is_told() {
        places.add(new MiddlewarePlace(What.MODULE, folder.resolve("absent.so")));

        assertEquals(List.of(CardProblem.NO_MIDDLEWARE, CardProblem.NO_CPS_GESTION), problems());
    }

    @Test
    void one_library_is_named_once_whatever_leads_to_it() throws Exception {
        var library = file("libcps3.so", "");
        place(What.MODULE, library);
        place(What.MODULE, Files.createSymbolicLink(folder.resolve("link.so"), library));
        place(What.REGISTRATION, file("cps3.json", "{\"name\":\"cps3\",\"path\" : \"" + library + "\"}"));
        place(What.GESTION, file("cpgeslux", ""));

        assertEquals(List.of(CardProblem.MIDDLEWARE_FOUND), problems());
        assertEquals(
                Map.of(library.toRealPath().toString(), "version unknown"),
                findings().get(0).facts());
    }

    @Test
    void several_libraries_are_told() throws Exception {
        place(What.MODULE, file("libcps3.so.3.4.0", ""));
        place(What.MODULE, file("older.dylib", ""));
        place(What.GESTION, file("cpgeslux", ""));

        assertEquals(List.of(CardProblem.MIDDLEWARE_FOUND, CardProblem.SEVERAL_MIDDLEWARES), problems());
        assertTrue(findings().get(1).facts().containsValue("3.4.0"));
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

        assertEquals("3.4.0.1", FileVersion.of(library));
    }

    @Test
    void a_library_that_tells_no_version_has_none() throws Exception {
        assertEquals("version unknown", FileVersion.of(file("cps3_pkcs11_w64.dll", "MZ")));
        assertEquals("version unknown", FileVersion.of(folder.resolve("gone.dll")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows", "macos", "linux"})
    void every_system_has_its_places(String system) throws Exception {
        String data;
        try (var in = MiddlewarePlace.class.getResourceAsStream("middleware.txt")) {
            data = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        var found = MiddlewarePlace.of(system, data);

        assertTrue(found.stream().anyMatch(place -> place.what() == What.MODULE));
        assertTrue(found.stream().anyMatch(place -> place.what() == What.GESTION));
        assertFalse(found.stream().anyMatch(place -> place.path().toString().isBlank()));
    }

    private List<Diagnostic> findings() {
        return new Middleware(places).findings();
    }

    private List<Object> problems() {
        return findings().stream()
                .map(Diagnostic::problem)
                .map(Object.class::cast)
                .toList();
    }

    private void place(What what, Path path) {
        places.add(new MiddlewarePlace(what, path));
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }
}
