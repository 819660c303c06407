package io.github.pscsdk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One release that keeps every rule, and one deviation in each test. */
class StagedReleaseTest {
    private static final String TOP = """
            <project>
              <groupId>io.github.pscsdk</groupId><artifactId>psc-sdk</artifactId><version>1.0.0</version>
              <packaging>pom</packaging><name>top</name><description>all of it</description><url>${release.url}</url>
              <licenses><license><name>Apache-2.0</name><url>https://licence.example</url></license></licenses>
              <developers><developer><name>Somebody</name><email>one@example.org</email></developer></developers>
              <scm><connection>scm:git:a</connection><developerConnection>scm:git:b</developerConnection><url>c</url></scm>
              <properties><release.url>https://example.org</release.url></properties>
            </project>
            """;
    private static final String BOM = TOP.replace("<artifactId>psc-sdk<", "<artifactId>psc-sdk-bom<")
            .replace(
                    "</project>",
                    "<dependencyManagement><dependencies>" + dependency("psc-sdk-api", "")
                            + dependency("psc-sdk-time", "") + "</dependencies></dependencyManagement></project>");

    @TempDir
    Path folder;

    /** What is deployed, by path, without sums and signatures. */
    private final Map<String, byte[]> files = new TreeMap<>();

    @BeforeEach
    void complete() throws IOException {
        put("psc-sdk", ".pom", TOP);
        put("psc-sdk", "-cyclonedx.json", "{}");
        put("psc-sdk", "-vex.json", "{}");
        put("psc-sdk-bom", ".pom", BOM);
        for (var artifact : List.of("psc-sdk-api", "psc-sdk-time")) {
            put(artifact, ".pom", child(artifact, ""));
            put(artifact, "-cyclonedx.json", "{}");
            for (var classifier : List.of("", "-sources", "-javadoc")) {
                put(artifact, classifier + ".jar", jar("META-INF/LICENSE", "META-INF/NOTICE", "a"));
            }
        }
    }

    @Test
    void a_release_that_keeps_every_rule_has_no_breach() throws Exception {
        assertEquals(List.of(), breaches());
    }

    @ParameterizedTest
    @CsvSource({
        "<name>time</name>, name",
        "<description>clocks</description>, description",
    })
    void a_member_that_no_parent_has_either(String member, String name) throws Exception {
        put("psc-sdk", ".pom", TOP.replaceFirst("<name>.*</description>", ""));
        put("psc-sdk-bom", ".pom", BOM);
        put("psc-sdk-time", ".pom", child("psc-sdk-time", "").replace(member, ""));

        assertEquals(List.of("psc-sdk: no name", "psc-sdk: no description", "psc-sdk-time: no " + name), breaches());
    }

    @ParameterizedTest
    @CsvSource({
        "<name>Apache-2.0</name>, licenses/license/name",
        "<url>https://licence.example</url>, licenses/license/url",
        "<name>Somebody</name>, developers/developer/name",
        "<email>one@example.org</email>, developers/developer/email",
        "<connection>scm:git:a</connection>, scm/connection",
        "<developerConnection>scm:git:b</developerConnection>, scm/developerConnection",
        "<url>c</url>, scm/url",
    })
    void a_member_that_the_bom_lacks(String member, String name) throws Exception {
        put("psc-sdk-bom", ".pom", BOM.replace(member, ""));

        assertEquals(List.of("psc-sdk-bom: no " + name), breaches());
    }

    @Test
    void a_property_that_the_bom_lacks() throws Exception {
        put("psc-sdk-bom", ".pom", BOM.replace("<release.url>https://example.org</release.url>", ""));

        assertEquals(List.of("psc-sdk-bom: no url", "psc-sdk-bom: url is no https address"), breaches());
    }

    @ParameterizedTest
    @ValueSource(strings = {".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json"})
    void a_file_that_is_missing(String ending) throws Exception {
        files.remove(path("psc-sdk-time", ending));

        assertEquals(List.of("psc-sdk-time: no psc-sdk-time-1.0.0" + ending), breaches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-cyclonedx.json", "-vex.json"})
    void a_file_of_the_whole_that_is_missing(String ending) throws Exception {
        files.remove(path("psc-sdk", ending));

        assertEquals(List.of("psc-sdk: no psc-sdk-1.0.0" + ending), breaches());
    }

    @ParameterizedTest
    @CsvSource({"'', LICENSE", "'', NOTICE", "-sources, LICENSE", "-plugin, NOTICE"})
    void an_archive_without_its_licence(String classifier, String missing) throws Exception {
        var other = missing.equals("LICENSE") ? "NOTICE" : "LICENSE";
        put("psc-sdk-time", classifier + ".jar", jar("META-INF/" + other, "a", "b"));

        assertEquals(List.of("psc-sdk-time-1.0.0" + classifier + ".jar: no META-INF/" + missing), breaches());
    }

    @Test
    void an_empty_archive() throws Exception {
        put("psc-sdk-time", "-javadoc.jar", jar("META-INF/MANIFEST.MF"));

        assertEquals(List.of("psc-sdk-time-1.0.0-javadoc.jar: empty"), breaches());
    }

    @ParameterizedTest
    @CsvSource({
        "psc-sdk-lab, '', 'psc-sdk-time: depends on io.github.pscsdk:psc-sdk-lab, which is not there'",
        "psc-sdk-api, <version>1.0.0-SNAPSHOT</version>, psc-sdk-time: a snapshot of io.github.pscsdk:psc-sdk-api",
        "psc-sdk-api, <scope>system</scope>, 'psc-sdk-time: a file of the machine, io.github.pscsdk:psc-sdk-api'",
    })
    void a_dependency_that_a_user_cannot_get(String artifact, String more, String breach) throws Exception {
        put(
                "psc-sdk-time",
                ".pom",
                child("psc-sdk-time", "<dependencies>" + dependency(artifact, more) + "</dependencies>"));

        assertEquals(List.of(breach), breaches());
    }

    @Test
    void a_dependency_of_tests_may_be_unpublished() throws Exception {
        put(
                "psc-sdk-time",
                ".pom",
                child(
                        "psc-sdk-time",
                        "<dependencies>" + dependency("psc-sdk-lab", "<scope>test</scope>") + "</dependencies>"));

        assertEquals(List.of(), breaches());
    }

    @Test
    void a_second_pom() throws Exception {
        put("psc-sdk", "-plugin.pom", "no pom");

        assertEquals(List.of("psc-sdk-1.0.0-plugin.pom: a second POM"), breaches());
    }

    @Test
    void a_repository_of_ones_own() throws Exception {
        put("psc-sdk-time", ".pom", child("psc-sdk-time", "<repositories/>"));

        assertEquals(List.of("psc-sdk-time: names a repository"), breaches());
    }

    @Test
    void an_artifact_that_the_bom_names_and_one_that_it_does_not() throws Exception {
        put("psc-sdk-bom", ".pom", BOM.replace("psc-sdk-time", "psc-sdk-other"));

        assertEquals(List.of("psc-sdk-other: not deployed", "psc-sdk-time: not to be published"), breaches());
    }

    @Test
    void a_snapshot() throws Exception {
        files.replaceAll((path, content) -> path.endsWith(".pom")
                ? new String(content, StandardCharsets.UTF_8)
                        .replace("1.0.0", "1.0.0-SNAPSHOT")
                        .getBytes(StandardCharsets.UTF_8)
                : content);

        var breaches = breaches();

        assertEquals(
                List.of("psc-sdk", "psc-sdk-api", "psc-sdk-bom", "psc-sdk-time"),
                breaches.stream()
                        .filter(breach -> breach.endsWith(": a snapshot"))
                        .map(breach -> breach.replace(": a snapshot", ""))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "md5, 'no MD5 sum, or another'",
        "sha1, 'no SHA-1 sum, or another'",
        "asc, no good signature",
    })
    void a_sum_or_signature_that_is_missing_and_one_of_another_file(String ending, String breach) throws Exception {
        var expected = List.of("psc-sdk-time-1.0.0.jar: " + breach);
        write();
        var file = folder.resolve(path("psc-sdk-time", ".jar." + ending));

        Files.copy(folder.resolve(path("psc-sdk-time", ".pom." + ending)), file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(expected, written());

        Files.delete(file);
        assertEquals(expected, written());
    }

    private List<String> breaches() throws Exception {
        write();
        return written();
    }

    private List<String> written() {
        return StagedRelease.breaches(folder, Set.of(), StagedReleaseTest::isSigned);
    }

    private void write() throws Exception {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            Files.writeString(path.resolveSibling(path.getFileName() + ".md5"), sum("MD5", file.getValue()));
            Files.writeString(path.resolveSibling(path.getFileName() + ".sha1"), sum("SHA-1", file.getValue()));
            Files.writeString(path.resolveSibling(path.getFileName() + ".asc"), "signed " + path.getFileName());
        }
    }

    /** In the place of an OpenPGP key. */
    private static boolean isSigned(Path file, Path signature) {
        try {
            return Files.readString(signature).equals("signed " + file.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sum(String algorithm, byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }

    private void put(String artifact, String ending, String content) {
        put(artifact, ending, content.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String artifact, String ending, byte[] content) {
        files.put(path(artifact, ending), content);
    }

    private static String path(String artifact, String ending) {
        return "io/github/pscsdk/" + artifact + "/1.0.0/" + artifact + "-1.0.0" + ending;
    }

    private static String child(String artifact, String more) {
        return "<project><parent><groupId>io.github.pscsdk</groupId><artifactId>psc-sdk</artifactId><version>1.0.0</version></parent>"
                + "<artifactId>" + artifact + "</artifactId><name>time</name><description>clocks</description>" + more
                + "</project>";
    }

    private static String dependency(String artifact, String more) {
        return "<dependency><groupId>io.github.pscsdk</groupId><artifactId>" + artifact + "</artifactId>" + more
                + "</dependency>";
    }

    private static byte[] jar(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return bytes.toByteArray();
    }
}
