package io.github.pscsdk.walks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JVM of its own, whose unified log names each class that it loads. */
final class RecordedRun implements AutoCloseable {
    // A nested or hidden class has its outermost type before the first $; a line ends with where the class comes from.
    private static final Pattern OURS = Pattern.compile("^(io\\.github\\.pscsdk\\.[\\w.]+)[$ ]", Pattern.MULTILINE);

    private final Process process;
    private final Path loaded;
    private final Path said;

    private RecordedRun(Process process, Path loaded, Path said) {
        this.process = process;
        this.loaded = loaded;
        this.said = said;
    }

    /** Starts {@code java} with these arguments; what it loads and says goes to new files in that folder. */
    static RecordedRun start(Path folder, List<String> arguments) throws IOException {
        var loaded = folder.resolve("loaded.txt");
        var said = folder.resolve("said.txt");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // One file, however long, and nothing but the class in a line.
        command.add("-Xlog:class+load:file=\"" + loaded + "\":none:filecount=0");
        // It is over before the optimizing compiler has paid.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new RecordedRun(process, loaded, said);
    }

    /** Waits until it has said that; it may be over then. */
    void await(String text) {
        Await.until("it says: " + text, () -> {
            var isOver = !process.isAlive();
            var hasSaid = said().contains(text);
            assertTrue(hasSaid || !isOver, "it never said \"" + text + "\": " + said());
            return hasSaid;
        });
    }

    private String said() throws IOException {
        // Without a word about a last character that is not there in full yet.
        return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
    }

    /** Our own types that it has loaded, without those of the packages that begin like one of these. Ends it. */
    SortedSet<String> typesWithout(List<String> packages) throws IOException, InterruptedException {
        Await.exit("it has ended", process.destroyForcibly());
        return OURS.matcher(Files.readString(loaded))
                .results()
                .map(found -> found.group(1))
                .filter(type -> packages.stream().noneMatch(type::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
