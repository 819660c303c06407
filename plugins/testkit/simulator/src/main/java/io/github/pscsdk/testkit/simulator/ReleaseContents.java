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
 * The contents of a release and of its archives, for a vendor's test that it holds neither simulator nor stub. QA uses
 * the same release with an environment {@code custom} and the stub's archive in the folder of plug-ins. Immutable.
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
     * Reads an archive, or every file of a folder; recognizes archives by their content.
     *
     * @throws IllegalArgumentException if it is empty, because a test of nothing proves nothing
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

    /** The names of all files and entries; that of an archive and an exclamation mark stand before its own entries. */
    public List<String> entries() {
        return entries;
    }

    /** The entries of the test kit, its simulator and the stub; empty for a release that users may get. */
    public List<String> testParts() {
        return entries.stream()
                .filter(entry -> TEST_PART.matcher(entry).matches())
                .toList();
    }

    /** Whether an entry ends in {@code entry}, such as {@code io/github/pscsdk/relyingparty/RelyingParty.class}. */
    public boolean has(String entry) {
        return entries.stream()
                .anyMatch(name -> name.equals(entry) || name.endsWith("!" + entry) || name.endsWith("/" + entry));
    }

    /** Prints the number of entries. */
    @Override
    public String toString() {
        return "ReleaseContents[" + entries.size() + "]";
    }
}
