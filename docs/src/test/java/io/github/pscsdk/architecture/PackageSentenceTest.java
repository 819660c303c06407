package io.github.pscsdk.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.documents.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PackageSentenceTest {
    @Test
    void every_package_opens_with_its_own_sentence() {
        var packages = Repository.files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .filter(file -> !file.endsWith("module-info.java"))
                .map(Path::getParent)
                .collect(Collectors.toSet());

        var silent = packages.stream()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(folder -> Repository.ROOT.relativize(folder).toString())
                .sorted()
                .toList();

        assertTrue(packages.size() > 20, () -> "only " + packages.size() + " packages were seen");
        assertEquals(List.of(), silent);
    }
}
