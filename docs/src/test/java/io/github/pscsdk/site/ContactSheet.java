package io.github.pscsdk.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pictures that the tests of this build took, on one page for whoever reviews them. */
final class ContactSheet {
    private ContactSheet() {}

    /** Writes the page; the pictures stay in the modules of that folder. */
    static void write(Path root, Path page) {
        var sections = Site.modules(root)
                .sorted()
                .map(module -> section(page.getParent(), root.relativize(module), module.resolve("target/screenshots")))
                .collect(Collectors.joining());
        try {
            Files.writeString(
                    page,
                    "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Contact sheet</title>\n"
                            + "<style>figure { display: inline-block; vertical-align: top; margin: 8px }"
                            + " img { width: 280px; border: 1px solid }</style>\n<h1>Contact sheet</h1>\n"
                            + (sections.isEmpty() ? "<p>The tests that take pictures did not run.</p>\n" : sections)
                            + "</html>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the pictures are called. */
    static Set<String> names(Path root) {
        return Site.modules(root)
                .flatMap(module -> pictures(module.resolve("target/screenshots")))
                .map(picture -> picture.getFileName().toString())
                .collect(Collectors.toSet());
    }

    private static String section(Path from, Path module, Path pictures) {
        var figures = pictures(pictures)
                .map(picture -> {
                    var address = from.relativize(picture).toString().replace('\\', '/');
                    var name = picture.getFileName().toString().replace(".png", "");
                    return "<figure><a href=\"%s\"><img src=\"%1$s\" alt=\"\" loading=\"lazy\"></a><figcaption>%s</figcaption></figure>\n"
                            .formatted(address, Page.escaped(name));
                })
                .collect(Collectors.joining());
        return figures.isEmpty() ? "" : "<h2>" + module + "</h2>\n" + figures;
    }

    private static Stream<Path> pictures(Path folder) {
        try {
            return Site.files(folder).filter(file -> file.toString().endsWith(".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
