package io.github.pscsdk.plugin.cps.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's list of USB devices, made of files as on Linux. */
class UsbReadersTest {
    @TempDir
    private Path devices;

    @Test
    void a_device_with_an_interface_for_cards_is_a_reader() throws Exception {
        device("1-1.4", "08e6", "3437", "0b");

        assertEquals(List.of("08e6:3437"), models());
    }

    @Test
    void a_keyboard_with_a_slot_is_a_reader_once() throws Exception {
        device("2-3", "046a", "00a1", "03", "0b", "0b");

        assertEquals(List.of("046a:00a1"), models());
    }

    @Test
    void what_is_of_another_class_is_none() throws Exception {
        device("1-2", "046d", "c31c", "03", "ff");

        assertEquals(List.of(), models());
    }

    @Test
    void a_device_that_is_pulled_while_it_is_looked_at_is_a_reader_of_unknown_make() throws Exception {
        write(devices.resolve("1-5:1.0"), "bInterfaceClass", "0b");

        assertEquals(List.of("?:?"), models());
    }

    @Test
    void a_system_without_such_a_list_has_no_readers_there() {
        assertEquals(List.of(), new UsbReaders(devices.resolve("absent")).models());
    }

    private List<String> models() {
        return new UsbReaders(devices).models();
    }

    private void device(String name, String maker, String model, String... classes) throws Exception {
        write(devices.resolve(name), "idVendor", maker);
        write(devices.resolve(name), "idProduct", model);
        write(devices.resolve(name), "serial", "21121010102014");
        for (var index = 0; index < classes.length; index++) {
            write(devices.resolve(name + ":1." + index), "bInterfaceClass", classes[index]);
        }
    }

    /** The kernel ends each with a line feed. */
    private static void write(Path folder, String file, String word) throws Exception {
        Files.writeString(Files.createDirectories(folder).resolve(file), word + "\n");
    }
}
