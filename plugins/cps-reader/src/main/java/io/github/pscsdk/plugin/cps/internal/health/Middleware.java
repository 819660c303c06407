package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The software that the browser and CPS-Gestion reach the card with. A login does without; the person's code does not.
 */
final class Middleware {
    /** The library of Cryptolib 5.2, in ANS's published sources; it counts by itself, 3.1 or 3.4 in 5.2.2. */
    private static final Version FIRST_WITH_CPS4 = Version.parse("3.0");

    /**
     * The first CPS-Gestion by which Pro Santé Connect can ask for a card, and the first of the other line, Cryptolib's
     * own.
     */
    private static final Version FIRST_WITH_LOGINS = Version.parse("1.3.7");

    private static final Version OTHER_LINE = Version.parse("2");

    /** In a PKCS #11 manifest of Firefox, JSON of which no other member matters. */
    private static final Pattern PATH = Pattern.compile("\"path\"\\s*:\\s*\"([^\"\\\\]+)\"");

    private final List<Place> places;

    /** One line of {@code middleware.txt}: what is there, and where. */
    record Place(What what, Path path) {}

    /** The parts of the middleware. */
    enum What {
        /** The PKCS #11 library. */
        MODULE,
        /** The program in which the code is typed. */
        GESTION,
        /** A file that tells Firefox where the library is. */
        REGISTRATION
    }

    Middleware(List<Place> places) {
        this.places = List.copyOf(places);
    }

    static Middleware ofThisMachine() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var system = name.contains("windows") ? "windows" : name.contains("mac") ? "macos" : "linux";
        return new Middleware(places(system));
    }

    static List<Place> places(String system) {
        return CardCatalogue.lines(Middleware.class, "middleware.txt").stream()
                .map(line -> line.split("\\s+", 3))
                .filter(words -> words[0].equals(system))
                .map(words -> new Place(What.valueOf(words[1].toUpperCase(Locale.ROOT)), Path.of(words[2])))
                .toList();
    }

    /** A path among the facts of a finding. */
    static String fact(Path path) {
        return fact(path, Path.of(System.getProperty("user.home", "")));
    }

    /** From the person's folder on where it is in there: the folder often bears the person's name. */
    static String fact(Path path, Path home) {
        return home.isAbsolute() && home.getNameCount() > 0 && path.startsWith(home)
                ? Path.of("~").resolve(home.relativize(path)).toString()
                : path.toString();
    }

    /** @param cps4 whether a card of that generation is in a reader */
    List<Diagnostic> findings(boolean cps4) {
        var findings = new ArrayList<Diagnostic>();
        var modules = modules();
        findings.add(found(modules, CardProblem.MIDDLEWARE_FOUND, CardProblem.NO_MIDDLEWARE));
        if (modules.size() > 1) {
            findings.add(warning(CardProblem.SEVERAL_MIDDLEWARES, modules));
        }
        var oldModules = those(modules, version -> version.compareTo(FIRST_WITH_CPS4) < 0);
        if (cps4 && !oldModules.isEmpty()) {
            findings.add(warning(CardProblem.MIDDLEWARE_TOO_OLD, oldModules));
        }
        var programs = distinct(existing(What.GESTION));
        findings.add(found(programs, CardProblem.CPS_GESTION_FOUND, CardProblem.NO_CPS_GESTION));
        var oldPrograms = those(
                programs, version -> version.compareTo(FIRST_WITH_LOGINS) < 0 && version.compareTo(OTHER_LINE) < 0);
        if (!oldPrograms.isEmpty()) {
            findings.add(warning(CardProblem.CPS_GESTION_TOO_OLD, oldPrograms));
        }
        return findings;
    }

    private static Diagnostic found(List<Path> files, CardProblem found, CardProblem none) {
        return files.isEmpty()
                ? warning(none, files)
                : Diagnostic.of(found, Severity.INFO).with(versions(files));
    }

    private static Diagnostic warning(CardProblem problem, List<Path> files) {
        return Diagnostic.of(problem, Severity.WARNING).with(versions(files));
    }

    private List<Path> modules() {
        return distinct(Stream.concat(
                existing(What.MODULE),
                existing(What.REGISTRATION)
                        .flatMap(file -> registered(file).stream())
                        .filter(Files::exists)));
    }

    private Stream<Path> existing(What what) {
        return places.stream()
                .filter(place -> place.what() == what)
                .map(Place::path)
                .filter(Files::exists);
    }

    /** Each file once, whatever number of links leads to it. */
    private static List<Path> distinct(Stream<Path> files) {
        return files.map(Middleware::real).distinct().toList();
    }

    /** The libraries that tell a version, and such a one. */
    private static List<Path> those(List<Path> files, Predicate<Version> version) {
        return files.stream()
                .filter(file -> FileVersion.of(file).filter(version).isPresent())
                .toList();
    }

    private static Map<String, String> versions(List<Path> files) {
        var versions = new LinkedHashMap<String, String>();
        files.forEach(file -> versions.put(fact(file), FileVersion.words(file)));
        return versions;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /** The module that a manifest names; none where it names none. */
    private static List<Path> registered(Path file) {
        try {
            var found = PATH.matcher(Files.readString(file));
            return found.find() ? List.of(Path.of(found.group(1))) : List.of();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
