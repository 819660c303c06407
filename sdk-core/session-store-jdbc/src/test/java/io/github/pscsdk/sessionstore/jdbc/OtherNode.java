package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another process that keeps entries in a file, one after the other, and says of each that it is kept, until it is killed. */
final class OtherNode {
    private static final String KEPT = " kept";

    private final Process process;
    private final Thread reader;
    private final List<Long> kept = new CopyOnWriteArrayList<>();

    private OtherNode(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "other-node");
        reader.setDaemon(true);
        reader.start();
    }

    static OtherNode start(Path file) throws IOException {
        return new OtherNode(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherNode.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Is killed before it could close anything, or ends when its reader has gone. */
    public static void main(String... arguments) {
        var sessions = JdbcStores.file(Path.of(arguments[0])).sessions();
        for (var n = 0; !System.out.checkError(); n++) {
            var version = sessions.putIfAbsent(key(n), value(n), Duration.ofMinutes(10));
            System.out.println(version.orElseThrow() + KEPT);
        }
    }

    static String key(int n) {
        return "other/" + n;
    }

    static byte[] value(int n) {
        return key(n).repeat(100).getBytes(StandardCharsets.US_ASCII);
    }

    private void read() {
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last line may be half a line.
                if (line.endsWith(KEPT)) {
                    kept.add(Long.valueOf(line.substring(0, line.length() - KEPT.length())));
                }
            }
        } catch (IOException e) {
            // Killed.
        }
    }

    void awaitKept(int entries) {
        Await.until("the other node has kept " + entries, () -> {
            assertTrue(process.isAlive(), "the other node has ended");
            return kept.size() >= entries;
        });
    }

    /** With SIGKILL. */
    void kill() throws IOException, InterruptedException {
        Await.exit("a killed process has ended", process.destroyForcibly());
        Await.end("all that it said is read", reader);
    }

    /** The versions of all that it said it had kept, in order. */
    List<Long> kept() {
        return List.copyOf(kept);
    }
}
