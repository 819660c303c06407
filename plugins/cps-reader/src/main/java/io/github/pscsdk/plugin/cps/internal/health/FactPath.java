package io.github.pscsdk.plugin.cps.internal.health;

import java.nio.file.Path;

/** A path among the facts of a finding. */
final class FactPath {
    private FactPath() {}

    /** What is in the folder of the person at the workstation is named from there: the folder often bears the person's name. */
    static String of(Path path) {
        return of(path, Path.of(System.getProperty("user.home", "")));
    }

    static String of(Path path, Path home) {
        return home.isAbsolute() && home.getNameCount() > 0 && path.startsWith(home)
                ? Path.of("~").resolve(home.relativize(path)).toString()
                : path.toString();
    }
}
