package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.testkit.chromium.Tab;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The pages that were looked at. */
final class Sights {
    private final Set<String> known;
    private final Set<String> routes = new TreeSet<>();
    private final Set<String> titles = new TreeSet<>();

    Sights(WebLab lab) {
        this.known = lab.routesOfPages();
    }

    /** Looks at the page, and fails if it hinders anybody. */
    void add(Tab page) {
        assertEquals(List.of(), page.seriousViolations(), () -> page + ": " + page.text());
        assertEquals(List.of(), page.hindrances(), () -> page + ": " + page.text());
        routes.add(route(page.address().getPath()));
        titles.add(page.title().split(" – ", 2)[0]);
    }

    /** The routes that led to a page; an address that is none's is itself. */
    Set<String> routes() {
        return routes.stream().filter(known::contains).collect(Collectors.toSet());
    }

    /** What stood on the tabs. */
    Set<String> titles() {
        return titles;
    }

    private String route(String path) {
        return known.contains(path)
                ? path
                : known.stream()
                        .filter(route -> path.matches(route.replaceAll("\\{\\w+}", "[^/]+")))
                        .findFirst()
                        .orElse(path);
    }

    /** The titles of all pages that say one thing. */
    static Set<String> titlesOfMessages(Language language) {
        var texts = Texts.beside(Frame.class, "pages", language);
        return texts.keys().stream()
                .filter(key -> key.startsWith("message.") && key.endsWith(".title"))
                .map(texts::get)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return routes + " " + titles;
    }
}
