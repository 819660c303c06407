package io.github.pscsdk.testkit.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * What is in a release, and in the archives within it: for the test with which a vendor proves that neither simulator nor
 * stub goes out to users. QA differs by configuration alone: an environment {@code custom}, and the stub's archive in the
 * folder of plug-ins. Immutable.
 */
public final class ReleaseContents {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    // By package, also a relocated one; by artifact; and by what only the simulator has.
    private static final Pattern TEST_PART = Pattern.compile(".*(pscsdk/(testkit|plugin/stub)/"
            + "|psc-sdk-(authenticator-contract|virtual-card|simulator|test-stub)\\b|/personas\\.json$).*");

    private final List<String> entries;

    private ReleaseContents(List<String> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a release. What is an archive is told by its content, whatever its name.
     *
     * @param release an archive, or a folder of which every file is read
     * @throws IllegalArgumentException if there is nothing in it: a test that looks at nothing proves nothing
     */
    public static ReleaseContents of(Path release) throws IOException {
        var entries = new ArrayList<String>();
        try (var files = Files.walk(release)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                    var name = release.relativize(file).toString().replace('\\', '/');
                    read(in, name.isEmpty() ? file.getFileName().toString() : name, entries);
                }
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing in " + release.getFileName());
        }
        return new ReleaseContents(entries);
    }

    private static void read(InputStream in, String name, List<String> entries) throws IOException {
        entries.add(name);
        in.mark(ZIP.length);
        var isArchive = Arrays.equals(ZIP, in.readNBytes(ZIP.length));
        in.reset();
        if (isArchive) {
            var zip = new ZipInputStream(in);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read(new BufferedInputStream(zip), name + "!" + entry.getName(), entries);
            }
        }
    }

    /** The names of all files and entries; those in an archive follow its own and an exclamation mark. */
    public List<String> entries() {
        return entries;
    }

    /** Those of the test kit with its simulator, and of the stub; empty for a release that users may have. */
    public List<String> testParts() {
        return entries.stream()
                .filter(entry -> TEST_PART.matcher(entry).matches())
                .toList();
    }

    /**
     * Whether that is in it, to prove that the right release was read.
     *
     * @param entry such as {@code io/github/pscsdk/relyingparty/RelyingParty.class}: the end of an entry's name
     */
    public boolean has(String entry) {
        return entries.stream()
                .anyMatch(name -> name.equals(entry) || name.endsWith("!" + entry) || name.endsWith("/" + entry));
    }

    /** How many entries. */
    @Override
    public String toString() {
        return "ReleaseContents[" + entries.size() + "]";
    }
}
