package io.github.pscsdk.plugin.cps.internal.health;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The software that the browser and CPS-Gestion reach the card with. A login does without; the person's code and a proof do not. */
public final class Middleware {
    private final List<MiddlewarePlace> places;

    Middleware(List<MiddlewarePlace> places) {
        this.places = places;
    }

    static Middleware ofThisMachine() {
        return new Middleware(MiddlewarePlace.ofThisSystem());
    }

    /** The module of this machine; the first of the list where there are several. */
    public static Optional<Path> firstModule() {
        return ofThisMachine().modules().keySet().stream().map(Path::of).findFirst();
    }

    List<Diagnostic> findings() {
        var findings = new ArrayList<Diagnostic>();
        var modules = modules();
        if (modules.isEmpty()) {
            findings.add(new Diagnostic(CardProblem.NO_MIDDLEWARE, Severity.WARNING, Map.of()));
        } else {
            findings.add(new Diagnostic(CardProblem.MIDDLEWARE_FOUND, Severity.INFO, modules));
        }
        if (modules.size() > 1) {
            findings.add(new Diagnostic(CardProblem.SEVERAL_MIDDLEWARES, Severity.WARNING, modules));
        }
        if (existing(MiddlewarePlace.What.GESTION).isEmpty()) {
            findings.add(new Diagnostic(CardProblem.NO_CPS_GESTION, Severity.WARNING, Map.of()));
        }
        return findings;
    }

    /** Each module once, whatever number of links leads to it, and its version. */
    private Map<String, String> modules() {
        var candidates = new ArrayList<>(existing(MiddlewarePlace.What.MODULE));
        existing(MiddlewarePlace.What.REGISTRATION)
                .forEach(file -> candidates.addAll(ModuleRegistration.modules(file)));
        return candidates.stream()
                .filter(Files::exists)
                .map(Middleware::real)
                .distinct()
                .collect(Collectors.toMap(Path::toString, FileVersion::of, (one, same) -> one, LinkedHashMap::new));
    }

    private List<Path> existing(MiddlewarePlace.What what) {
        return places.stream()
                .filter(place -> place.what() == what)
                .map(MiddlewarePlace::path)
                .filter(Files::exists)
                .toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
