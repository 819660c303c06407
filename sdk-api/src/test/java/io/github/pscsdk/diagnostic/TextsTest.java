package io.github.pscsdk.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
    /** As a plug-in has it: beside its class, and in the class loader of the plug-in alone. */
    static final class Foreign {}

    @Test
    void values_go_where_their_numbers_are() throws IOException {
        assertEquals("b, then a, then b", texts("key={1}, then {0}, then {1}").get("key", "a", "b"));
        assertEquals("12000 of null", texts("key={0} of {1}").get("key", 12000, null));
    }

    @Test
    void nothing_else_in_a_text_or_in_a_value_means_anything() throws IOException {
        var texts = texts("key=it's 100 % of {endpoint}, '{0}'");

        assertEquals("it's 100 % of {endpoint}, '{1}$1\\%s'", texts.get("key", "{1}$1\\%s", "b"));
    }

    @Test
    void a_blank_without_a_value_and_a_key_without_a_text_are_mistakes() throws IOException {
        var texts = texts("key={0} and {1}");

        assertThrows(IllegalArgumentException.class, () -> texts.get("key", "a"));
        assertThrows(IllegalStateException.class, () -> texts.get("other"));
        assertEquals(Optional.empty(), texts.find("other"));
        assertEquals(Optional.of("{0} and {1}"), texts.find("key"));
    }

    @Test
    void those_behind_have_the_keys_that_the_first_lack() throws IOException {
        var all = texts("a=own\nb=own").or(texts("b=shared\nc=shared"));

        assertEquals("own", all.get("a"));
        assertEquals("own", all.get("b"));
        assertEquals("shared", all.get("c"));
        assertEquals(Set.of("a", "b", "c"), all.keys());
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);

            var texts = Texts.beside(LoginProblem.class, "problems", Language.ENGLISH);

            assertEquals(Language.ENGLISH, texts.language());
            assertEquals(
                    LoginProblem.REFUSED.remedy(Locale.ENGLISH).title(),
                    texts.get(LoginProblem.REFUSED.code() + ".title"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_file_is_read_once() {
        assertSame(
                Texts.beside(LoginProblem.class, "problems", Language.FRENCH),
                Texts.beside(LoginProblem.class, "problems", Language.FRENCH));
    }

    @Test
    void a_missing_file_is_named_with_the_class_that_lacks_it() {
        var missing = assertThrows(
                IllegalStateException.class, () -> Texts.beside(TextsTest.class, "nothing", Language.FRENCH));

        assertEquals("nothing_fr.properties is missing beside " + TextsTest.class.getName(), missing.getMessage());
    }

    @Test
    void each_plug_in_has_what_lies_in_its_own_class_loader(@TempDir Path first, @TempDir Path second)
            throws Exception {
        try (var one = plugin(first, "key=Été");
                var other = plugin(second, "key=Autre")) {
            var texts = Texts.beside(one.loadClass(Foreign.class.getName()), "texts", Language.FRENCH);
            var others = Texts.beside(other.loadClass(Foreign.class.getName()), "texts", Language.FRENCH);

            assertNotSame(texts, others);
            assertEquals("Été", texts.get("key"));
            assertEquals("Autre", others.get("key"));
        }
    }

    @Test
    void a_file_that_never_ends_is_read_to_a_mebibyte() throws IOException {
        var read = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'a';
            }
        };

        var failure = assertThrows(IOException.class, () -> Texts.read(endless, Language.ENGLISH));

        assertEquals("texts of more than 1 MiB", failure.getMessage());
        assertEquals((1 << 20) + 1, read.get());
    }

    private static URLClassLoader plugin(Path folder, String french) throws IOException {
        var name = Foreign.class.getName().replace('.', '/');
        var bytes = folder.resolve(name + ".class");
        Files.createDirectories(bytes.getParent());
        try (var in = Foreign.class.getResourceAsStream("/" + name + ".class")) {
            Files.write(bytes, in.readAllBytes());
        }
        Files.writeString(bytes.resolveSibling("texts_fr.properties"), french);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static Texts texts(String file) throws IOException {
        return Texts.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Language.ENGLISH);
    }
}
