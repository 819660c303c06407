package io.github.pscsdk.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A folder to which a release was deployed, and its breaches of the rules of Maven Central
 * (<a href="https://central.sonatype.org/publish/requirements/">Requirements</a>) and of our own. A program of one file:
 * {@code java StagedRelease.java <folder> [artifact ...]}.
 */
final class StagedRelease {
    private static final String GROUP = "io.github.pscsdk";
    private static final String TOP = "psc-sdk";
    private static final String BOM = "psc-sdk-bom";
    private static final Set<String> ATTESTED = Set.of("asc", "md5", "sha1", "sha256", "sha512");
    private static final List<String> REQUIRED = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "developers/developer/email",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Path folder;
    private final BiPredicate<Path, Path> isSignature;
    private final Map<String, Pom> poms = new TreeMap<>();
    private final List<String> breaches = new ArrayList<>();

    private StagedRelease(Path folder, BiPredicate<Path, Path> isSignature) {
        this.folder = folder;
        this.isSignature = isSignature;
    }

    public static void main(String[] arguments) {
        var artifacts = Stream.of(arguments).skip(1).collect(Collectors.toSet());
        var breaches = breaches(Path.of(arguments[0]), artifacts, StagedRelease::isSignedByGpg);
        breaches.forEach(System.err::println);
        System.exit(breaches.isEmpty() ? 0 : 1);
    }

    /**
     * All breaches, one a line.
     *
     * @param artifacts those that were deployed; none stands for all that the BOM names
     * @param isSignature whether the second file is a good signature of the first
     */
    static List<String> breaches(Path folder, Set<String> artifacts, BiPredicate<Path, Path> isSignature) {
        var release = new StagedRelease(folder, isSignature);
        var files = release.files();
        files.stream().filter(StagedRelease::isPom).forEach(release::read);
        release.checkContents(artifacts);
        release.poms.values().forEach(release::check);
        files.forEach(release::checkFile);
        return release.breaches;
    }

    private List<Path> files() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("maven-metadata.xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is named after its artifact and version. */
    private static boolean isPom(Path file) {
        var version = file.getParent();
        return file.getFileName()
                .toString()
                .equals(version.getParent().getFileName() + "-" + version.getFileName() + ".pom");
    }

    private void read(Path file) {
        var pom = new Pom(root(file), file, poms);
        poms.put(pom.artifactId(), pom);
        var place = GROUP.replace('.', '/') + "/" + pom.artifactId() + "/" + pom.version() + "/" + pom.file("", "pom");
        require(file.equals(folder.resolve(place)), pom.artifactId() + ": its place is not " + place);
    }

    private void checkContents(Set<String> artifacts) {
        var expected = new TreeSet<>(artifacts);
        if (expected.isEmpty() && require(poms.containsKey(BOM), "no " + BOM)) {
            expected.add(BOM);
            poms.get(BOM).managed().forEach(managed -> expected.add(text(managed, "artifactId")));
            // Nobody depends on what modules inherit, nor on the archetype.
            poms.values().stream()
                    .filter(pom -> !pom.packaging().equals("jar"))
                    .forEach(pom -> expected.add(pom.artifactId()));
        }
        expected.forEach(artifact -> require(poms.containsKey(artifact), artifact + ": not deployed"));
        poms.keySet().forEach(artifact -> require(expected.contains(artifact), artifact + ": not to be published"));
        require(poms.values().stream().map(Pom::version).distinct().count() == 1, "not one version");
    }

    private void check(Pom pom) {
        var name = pom.artifactId();
        require(!pom.version().endsWith("-SNAPSHOT"), name + ": a snapshot");
        for (var member : REQUIRED) {
            var value = pom.value(member).orElse("");
            require(!value.isBlank() && !value.contains("${"), name + ": no " + member);
        }
        require(pom.value("url").orElse("").startsWith("https://"), name + ": url is no https address");
        require(pom.element("repositories").isEmpty(), name + ": names a repository");
        pom.parentId().ifPresent(parent -> require(poms.containsKey(parent), name + ": no parent " + parent));
        pom.dependencies().forEach(dependency -> check(name, pom, dependency));
        if (name.equals(TOP)) {
            check(pom, "-cyclonedx", "json");
            check(pom, "-vex", "json");
        }
        if (!pom.packaging().equals("pom")) {
            check(pom, "", "jar");
            check(pom, "-sources", "jar");
            check(pom, "-javadoc", "jar");
            check(pom, "-cyclonedx", "json");
        }
    }

    private void check(String name, Pom pom, Element dependency) {
        var target = text(dependency, "groupId") + ":" + text(dependency, "artifactId");
        var scope = text(dependency, "scope");
        require(!text(dependency, "version").endsWith("-SNAPSHOT"), name + ": a snapshot of " + target);
        require(!scope.equals("system"), name + ": a file of the machine, " + target);
        if (pom.interpolate(text(dependency, "groupId")).equals(GROUP) && !scope.equals("test")) {
            require(
                    poms.containsKey(text(dependency, "artifactId")),
                    name + ": depends on " + target + ", which is not there");
        }
    }

    private void check(Pom pom, String classifier, String extension) {
        var file = pom.folder().resolve(pom.file(classifier, extension));
        require(Files.exists(file), pom.artifactId() + ": no " + file.getFileName());
    }

    private void checkFile(Path file) {
        var name = file.getFileName().toString();
        var extension = name.substring(name.lastIndexOf('.') + 1);
        if (ATTESTED.contains(extension)) {
            return;
        }
        require(digest(file, "MD5").equals(content(beside(file, "md5"))), name + ": no MD5 sum, or another");
        require(digest(file, "SHA-1").equals(content(beside(file, "sha1"))), name + ": no SHA-1 sum, or another");
        var signature = beside(file, "asc");
        require(Files.exists(signature) && isSignature.test(file, signature), name + ": no good signature");
        require(!extension.equals("pom") || isPom(file), name + ": a second POM");
        if (extension.equals("jar")) {
            var entries = entries(file);
            require(entries.size() > 2, name + ": empty");
            // The licences of the JDK's own pages, and tests that other modules of ours run.
            if (!name.endsWith("-javadoc.jar") && !name.endsWith("-tests.jar")) {
                require(entries.contains("META-INF/LICENSE"), name + ": no META-INF/LICENSE");
                require(entries.contains("META-INF/NOTICE"), name + ": no META-INF/NOTICE");
            }
        }
    }

    private boolean require(boolean isSo, String breach) {
        if (!isSo) {
            breaches.add(breach);
        }
        return isSo;
    }

    private static Path beside(Path file, String extension) {
        return file.resolveSibling(file.getFileName() + "." + extension);
    }

    private static String content(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file, String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> entries(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSignedByGpg(Path file, Path signature) {
        try {
            return new ProcessBuilder("gpg", "--batch", "--quiet", "--verify", signature.toString(), file.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Element root(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is no pom", e);
        }
    }

    private static Stream<Element> children(Element element, String name) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }

    private static String text(Element element, String child) {
        return children(element, child)
                .map(Node::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    /** A deployed pom with what it inherits from deployed parents. */
    private record Pom(Element project, Path path, Map<String, Pom> all) {
        String artifactId() {
            return text(project, "artifactId");
        }

        String version() {
            return value("version").orElse("");
        }

        String packaging() {
            return Optional.of(text(project, "packaging"))
                    .filter(text -> !text.isEmpty())
                    .orElse("jar");
        }

        Path folder() {
            return path.getParent();
        }

        String file(String classifier, String extension) {
            return artifactId() + "-" + version() + classifier + "." + extension;
        }

        Optional<String> parentId() {
            return element("parent").map(parent -> text(parent, "artifactId"));
        }

        Optional<Element> element(String member) {
            return Stream.of(member.split("/"))
                    .reduce(
                            Optional.of(project),
                            (element, name) -> element.flatMap(
                                    parent -> children(parent, name).findFirst()),
                            (one, other) -> other);
        }

        /** Of its own, or of a parent. */
        Optional<String> value(String member) {
            return written(member).map(this::interpolate);
        }

        private Optional<String> written(String member) {
            return element(member)
                    .map(element -> element.getTextContent().strip())
                    .or(() -> element("parent/" + member)
                            .map(Element::getTextContent)
                            .filter(text -> member.equals("version")))
                    .or(() -> parentId().map(all::get).flatMap(parent -> parent.written(member)));
        }

        String interpolate(String text) {
            return PROPERTY.matcher(text).replaceAll(match -> {
                var name = match.group(1);
                var member = name.startsWith("project.") ? name.substring("project.".length()) : "properties/" + name;
                return Matcher.quoteReplacement(value(member).orElse(match.group()));
            });
        }

        List<Element> dependencies() {
            return list("dependencies");
        }

        List<Element> managed() {
            return list("dependencyManagement/dependencies");
        }

        private List<Element> list(String member) {
            return element(member).stream()
                    .flatMap(all -> children(all, "dependency"))
                    .toList();
        }
    }
}
