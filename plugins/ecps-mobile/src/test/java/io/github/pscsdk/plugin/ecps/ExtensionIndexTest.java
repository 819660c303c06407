package io.github.pscsdk.plugin.ecps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Before packaging: what the annotation processor must have left among the classes. */
class ExtensionIndexTest {
    @Test
    void the_index_names_the_authenticator_and_nothing_else() throws Exception {
        var classes = Path.of(EcpsAuthenticator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        var names = Files.readAllLines(classes.resolve("META-INF").resolve("extensions.idx")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertEquals(List.of(EcpsAuthenticator.class.getName()), names);
    }
}
