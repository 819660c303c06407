package io.github.pscsdk.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
    private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\"");

    @TempDir
    Path root;

    private Path page;

    @BeforeEach
    void two_modules() throws Exception {
        page = Files.createDirectories(root.resolve("docs/target")).resolve("contact-sheet.html");
        for (var module : List.of(".", "docs", "form")) {
            Files.createDirectories(root.resolve(module));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "<project/>");
        }
    }

    @Test
    void has_each_picture_of_each_module() throws Exception {
        var pictures = Files.createDirectories(root.resolve("form/target/screenshots"));
        for (var name : List.of("hours.png", "hours-in-hand.png", "note.txt")) {
            Files.writeString(pictures.resolve(name), "");
        }

        ContactSheet.write(root, page);

        var shown = PICTURE.matcher(Files.readString(page))
                .results()
                .map(found -> page.resolveSibling(found.group(1)).normalize())
                .toList();
        assertEquals(List.of(pictures.resolve("hours-in-hand.png"), pictures.resolve("hours.png")), shown);
    }

    @Test
    void says_so_where_no_picture_was_taken() throws Exception {
        ContactSheet.write(root, page);

        assertTrue(Files.readString(page).contains("did not run"));
    }
}
