package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.testkit.support.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The servers against which the tests run: that of the machine, and an old one out of a jar. */
enum RedisProgram {
    INSTALLED,
    EMBEDDED;

    private static final String EMBEDDED_PROGRAM = "/redis-server-6.2.6-v5-linux-amd64";
    private static final Optional<Path> INSTALLED_PATH = installed();
    private static final Optional<Path> EMBEDDED_PATH = embedded();

    private static Optional<Path> installed() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> embedded() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return Optional.empty();
        }
        try (var program = RedisProgram.class.getResourceAsStream(EMBEDDED_PROGRAM)) {
            var folder = RedisServer.folder();
            Files.copy(program, folder.resolve("copy"));
            var path = folder.resolve("redis-server");
            // A process that another thread starts meanwhile inherits the file that this JVM writes, and "text file
            // busy" is what its start fails with.
            end(new ProcessBuilder("cp", folder.resolve("copy").toString(), path.toString()));
            return path.toFile().setExecutable(true) && runs(path) ? Optional.of(path) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It wants libraries of the system. */
    private static boolean runs(Path program) throws IOException {
        return end(new ProcessBuilder(program.toString(), "--version")) == 0;
    }

    private static int end(ProcessBuilder command) throws IOException {
        try {
            return Await.exit(
                    "the end of " + command.command(),
                    command.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Path> path() {
        return this == INSTALLED ? INSTALLED_PATH : EMBEDDED_PATH;
    }

    /** All that there are; a test for which there is none is skipped, and where the environment says {@code CI=true} each must be there. */
    static List<RedisProgram> all() {
        var there = Stream.of(values())
                .filter(program -> program.path().isPresent())
                .toList();
        if (there.size() < values().length) {
            var message = "NOT TRIED WITH EACH REDIS: there is only " + there
                    + ", and this needs Debian's redis-server (apt-get install --no-install-recommends redis-server) and Linux on amd64";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            if (there.isEmpty()) {
                abort(message);
            }
        }
        return there;
    }

    /** The newest that there is. */
    static RedisProgram any() {
        return all().get(0);
    }
}
