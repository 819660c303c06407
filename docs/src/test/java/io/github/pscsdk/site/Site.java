package io.github.pscsdk.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import io.github.pscsdk.loginui.PageStyle;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the site: each Markdown page as HTML, and what pages refer to. A link that leads nowhere fails. */
final class Site {
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Path docs;
    private final Path out;
    private final String version;
    private final Map<String, Page> pages = new TreeMap<>();
    private final List<Page.Group> groups = new ArrayList<>();

    private Site(Path docs, Path out, String version) {
        this.docs = docs;
        this.out = out;
        this.version = version;
    }

    /** Takes the folder of the documents, the one to write, and the version; packs the site beside the latter. */
    public static void main(String... arguments) {
        var out = Path.of(arguments[1]);
        var docs = Path.of(arguments[0]);
        write(docs, out, arguments[2]);
        ContactSheet.write(docs.getParent(), out.resolveSibling("contact-sheet.html"));
        zip(out, out.resolveSibling("psc-sdk-docs-" + arguments[2] + ".zip"));
    }

    /** Writes into a folder, which is emptied first. */
    static void write(Path docs, Path out, String version) {
        try {
            for (var old : files(out).toList()) {
                Files.delete(old);
            }
            new Site(docs, out, version).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        for (var file :
                files(docs).filter(file -> file.toString().endsWith(".md")).toList()) {
            pages.put(name(docs.relativize(file)), Page.parse(Files.readString(file)));
        }
        groups.addAll(pages.get("index.md").groups());
        javadoc();
        for (var entry : pages.entrySet()) {
            var html = entry.getValue().html(link -> target(entry.getKey(), link));
            write(entry.getKey().replaceAll("md$", "html"), framed(entry.getKey(), html));
        }
        write("site.css", PageStyle.stylesheet() + resource("site.css"));
        write("search.js", resource("search.js"));
        write("sections.js", sections());
    }

    /** Where a link of a page leads in the site. */
    private String target(String from, String link) {
        if (link.matches("(https?|mailto):.*")) {
            return link;
        }
        var parts = link.split("#", 2);
        var file = parts[0].isEmpty()
                ? docs.resolve(from)
                : docs.resolve(from).resolveSibling(parts[0]).normalize();
        var anchor = parts.length == 1 ? "" : "#" + parts[1];
        var page = pages.get(name(docs.relativize(file)));
        if (page == null
                ? !Files.exists(file)
                : parts.length == 2 && !page.anchors().containsValue(parts[1])) {
            throw new IllegalArgumentException(from + " leads nowhere: " + link);
        }
        return page == null ? copied(from, file) : parts[0].replaceAll("md$", "html") + anchor;
    }

    /**
     * Another file of the repository; as text, since browsers show little else, and a folder as the list of its files, without those that a build has made.
     */
    private String copied(String from, Path file) {
        var place = file.startsWith(docs)
                ? name(docs.relativize(file))
                : "source/" + name(docs.getParent().relativize(file)) + ".txt";
        try {
            var isFolder = Files.isDirectory(file);
            var listed = isFolder
                    ? files(file)
                            .filter(each -> !file.relativize(each).startsWith("target"))
                            .map(Site::fileName)
                            .collect(Collectors.joining("\n"))
                            .getBytes(UTF_8)
                    : Files.readAllBytes(file);
            Files.createDirectories(out.resolve(place).getParent());
            Files.write(out.resolve(place), listed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return top(from) + place;
    }

    /** Unpacks the pages that a release has made of each artifact before. */
    private void javadoc() throws IOException {
        var entries = new ArrayList<Page.Entry>();
        var suffix = "-" + version + "-javadoc.jar";
        var jars = modules(docs.getParent()).flatMap(module -> children(module.resolve("target")));
        for (var jar : jars.filter(file -> fileName(file).endsWith(suffix))
                .sorted(comparing(Site::fileName))
                .toList()) {
            var artifact = fileName(jar).replace(suffix, "");
            entries.add(new Page.Entry(artifact, "javadoc/" + artifact + "/index.html"));
            try (var zip = FileSystems.newFileSystem(jar)) {
                for (var file : files(zip.getPath("/")).toList()) {
                    var copy = out.resolve("javadoc")
                            .resolve(artifact)
                            .resolve(file.toString().substring(1));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        if (!entries.isEmpty()) {
            groups.add(new Page.Group("Javadoc", entries));
        }
    }

    private String framed(String name, String html) {
        return resource("page.html")
                .replace("{title}", Page.escaped(pages.get(name).title()))
                .replace("{version}", version)
                .replace("{navigation}", navigation(name))
                .replace("{top}", top(name))
                .replace("{content}", html);
    }

    /** The index as a list that folds: the part that the page is in is open. */
    private String navigation(String current) {
        var html = new StringBuilder();
        for (var group : groups) {
            var open = group.entries().stream().anyMatch(entry -> entry.page().equals(current));
            html.append("<details%s><summary>%s</summary>\n<ul>\n"
                    .formatted(open ? " open" : "", Page.escaped(group.title())));
            for (var entry : group.entries()) {
                html.append("<li><a href=\"{top}%s\"%s>%s</a></li>\n"
                        .formatted(
                                entry.page().replaceAll("md(?=#|$)", "html"),
                                entry.page().equals(current) ? " aria-current=\"page\"" : "",
                                Page.escaped(entry.title())));
            }
            html.append("</ul></details>\n");
        }
        return html.toString();
    }

    /** What the search knows: of each heading its address, its page, itself, and the text below it. */
    private String sections() {
        return pages.entrySet().stream()
                .flatMap(entry -> entry.getValue().sections(entry.getKey().replaceAll("md$", "html")))
                .collect(Collectors.joining(",\n", "const SECTIONS = [\n", "\n];\n"));
    }

    private void write(String name, String text) throws IOException {
        var file = out.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String top(String page) {
        return "../".repeat((int) page.chars().filter(c -> c == '/').count());
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Stream.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    static Stream<Path> modules(Path folder) {
        return Stream.concat(
                Stream.of(folder),
                children(folder)
                        .filter(child -> Files.exists(child.resolve("pom.xml")))
                        .flatMap(Site::modules));
    }

    private static Stream<Path> children(Path folder) {
        return Stream.of(Objects.requireNonNullElse(folder.toFile().listFiles(), new File[0]))
                .map(File::toPath);
    }

    /** The same bytes for the same site, whatever the time and its zone. */
    private static void zip(Path folder, Path zip) {
        try (var packed = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files(folder).toList()) {
                var entry = new ZipEntry(name(folder.relativize(file)));
                entry.setTimeLocal(TIME);
                packed.putNextEntry(entry);
                Files.copy(file, packed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
