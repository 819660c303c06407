package io.github.pscsdk.command.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassFileTest {
    private final byte[] badge = new TestArchive().compiled().get(TestArchive.BADGE);

    @Test
    void it_tells_the_supertypes_and_the_classes_that_are_used() throws Exception {
        var file = read(badge);

        assertEquals(List.of("java.lang.Object", "io.github.pscsdk.spi.Authenticator"), file.supertypes());
        assertTrue(file.uses().contains("io.github.pscsdk.spi.Grant"), file.uses()::toString);
        assertTrue(file.uses().contains("java.time.Duration"), file.uses()::toString);
        assertTrue(
                file.uses().stream().noneMatch(name -> name.contains("/") || name.startsWith("[")),
                file.uses()::toString);
    }

    @Test
    void elements_of_arrays_are_used_too() throws Exception {
        var compiled = new TestArchive()
                .doing("Object none = new java.util.BitSet[1][];")
                .compiled();

        assertTrue(read(compiled.get(TestArchive.BADGE)).uses().contains("java.util.BitSet"));
    }

    @Test
    void one_that_is_cut_off_is_none() {
        // What follows the methods are attributes of the class, which nobody reads.
        for (var length = 0; length < badge.length / 2; length += 7) {
            assertFalse(isReadable(Arrays.copyOf(badge, length)), length + " bytes");
        }
        assertTrue(isReadable(badge));
    }

    @Test
    void one_that_was_spoilt_is_read_or_refused_and_nothing_else() {
        var random = new Random(7);
        var read = 0;
        for (var round = 0; round < 2000; round++) {
            var spoilt = badge.clone();
            spoilt[8 + random.nextInt(spoilt.length - 8)] = (byte) random.nextInt();
            read += isReadable(spoilt) ? 1 : 0;
        }

        assertTrue(read > 100 && read < 2000, read + " of 2000");
    }

    private static boolean isReadable(byte[] bytes) {
        try {
            read(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ClassFile read(byte[] bytes) throws IOException {
        return ClassFile.read(new ByteArrayInputStream(bytes));
    }
}
