package io.github.pscsdk.workstation;

import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.testkit.support.PluginJar;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Version 1.2.0 of the plug-in of {@link LatePlugin}, as hosts refuse it: a constant for each reason. */
enum RefusedArchive {
    NO_ARCHIVE(PluginProblem.NOT_A_PLUGIN, file -> Files.writeString(file, "no archive at all")),
    EMPTY(PluginProblem.NOT_A_PLUGIN, Files::createFile),
    TRUNCATED(PluginProblem.NOT_A_PLUGIN, RefusedArchive::truncate),
    TOO_LARGE(PluginProblem.NOT_A_PLUGIN, RefusedArchive::enlarge),
    DIRECTORY(PluginProblem.NOT_A_PLUGIN, Files::createDirectory),
    LINK_TO_NOTHING(PluginProblem.NOT_A_PLUGIN, file -> Files.createSymbolicLink(file, file.resolveSibling("nothing"))),
    NOT_TRUSTED(PluginProblem.NOT_PINNED, file -> good(file).writeInto(file.getParent())),
    NO_ID(PluginProblem.NOT_A_PLUGIN, false, jar -> jar.without("Plugin-Id")),
    BAD_ID(PluginProblem.NOT_A_PLUGIN, false, jar -> jar.with("Plugin-Id", "../late")),
    OTHER_ID_WITH_THE_SAME_AUTHENTICATOR(PluginProblem.DUPLICATE, false, jar -> jar.with("Plugin-Id", "later")),
    OTHER_ID_THAT_FAILS(PluginProblem.PLUGIN_FAILED, false, jar -> corrupt(jar).with("Plugin-Id", "later")),
    NO_VERSION(PluginProblem.NOT_A_PLUGIN, true, jar -> jar.without("Plugin-Version")),
    BAD_VERSION(PluginProblem.NOT_A_PLUGIN, true, jar -> jar.with("Plugin-Version", "abc")),
    VERSION_THAT_CANNOT_BE_COMPARED(PluginProblem.NOT_A_PLUGIN, true, jar -> jar.with("Plugin-Version", "01.2.0")),
    DEPENDENT(PluginProblem.NOT_A_PLUGIN, true, jar -> jar.with("Plugin-Dependencies", "good")),
    CLASS_PATH(PluginProblem.NOT_A_PLUGIN, true, jar -> jar.with("Class-Path", "other.jar")),
    NO_RANGE(PluginProblem.INCOMPATIBLE, true, jar -> jar.without("Plugin-Requires")),
    OPEN_RANGE(PluginProblem.INCOMPATIBLE, true, jar -> jar.with("Plugin-Requires", ">=1.0.0")),
    OTHER_RANGE(PluginProblem.INCOMPATIBLE, true, jar -> jar.with("Plugin-Requires", ">=2.0.0 & <3.0.0")),
    UNREADABLE_RANGE(PluginProblem.INCOMPATIBLE, true, jar -> jar.with("Plugin-Requires", "[1.0,2.0)")),
    BAD_INDEX(PluginProblem.NOT_A_PLUGIN, true, jar -> jar.index("no class name")),
    EMPTY_INDEX(PluginProblem.NO_AUTHENTICATOR, true, jar -> jar.index("")),
    ABSENT_CLASS(PluginProblem.PLUGIN_FAILED, true, jar -> jar.index("late.Absent")),
    CORRUPT_CLASS(PluginProblem.PLUGIN_FAILED, true, RefusedArchive::corrupt);

    private final PluginProblem problem;
    private final boolean tellsId;
    private final Content content;

    private interface Content {
        Object writeTo(Path file) throws IOException;
    }

    RefusedArchive(PluginProblem problem, Content content) {
        this.problem = problem;
        this.tellsId = false;
        this.content = content;
    }

    RefusedArchive(PluginProblem problem, boolean tellsId, UnaryOperator<PluginJar> spoiled) {
        this.problem = problem;
        this.tellsId = tellsId;
        this.content = file -> spoiled.apply(good(file)).writeInto(file.getParent());
    }

    /** What hosts find. */
    PluginProblem problem() {
        return problem;
    }

    /** Whether hosts see of which plug-in it is. */
    boolean tellsId() {
        return tellsId;
    }

    void writeTo(Path file) throws IOException {
        Files.deleteIfExists(file);
        content.writeTo(file);
    }

    private static PluginJar good(Path file) {
        return LatePlugin.archive(file.getFileName().toString(), "1.2.0");
    }

    private static PluginJar corrupt(PluginJar jar) {
        return jar.classes(Map.of("late.Late", "no class".getBytes(StandardCharsets.UTF_8)));
    }

    private static Path truncate(Path file) throws IOException {
        var whole = Files.readAllBytes(good(file).writeInto(file.getParent()));
        return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    private static Path enlarge(Path file) throws IOException {
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        return file;
    }
}
