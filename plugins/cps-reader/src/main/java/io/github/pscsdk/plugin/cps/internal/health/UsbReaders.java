package io.github.pscsdk.plugin.cps.internal.health;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Card readers of class CCID on USB as Linux itself sees them, whether PC/SC has a driver for them or not. */
final class UsbReaders {
    private static final Logger LOG = LoggerFactory.getLogger(UsbReaders.class);

    /** The class of an interface, in hexadecimal: USB CCID 1.1, section 4.3.1. */
    private static final String CARD_READER = "0b";

    private final Path devices;

    /** The readers that the kernel lists in that folder, which need not exist. */
    UsbReaders(Path devices) {
        this.devices = devices;
    }

    static UsbReaders ofThisMachine() {
        return new UsbReaders(Path.of("/sys/bus/usb/devices"));
    }

    /**
     * Maker and model as two hexadecimal numbers, such as {@code 08e6:3437}. Never the serial number, which is beside
     * them.
     */
    List<String> models() {
        if (!Files.isDirectory(devices)) {
            return List.of();
        }
        var models = new TreeSet<String>();
        // An interface is named after its device: 1-1.4:1.0 is one of 1-1.4.
        try (var interfaces = Files.newDirectoryStream(devices, "*:*")) {
            for (var face : interfaces) {
                if (word(face, "bInterfaceClass").filter(CARD_READER::equals).isPresent()) {
                    models.add(
                            model(devices.resolve(face.getFileName().toString().replaceFirst(":.*", ""))));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("the kernel's list of USB devices cannot be read", e);
        }
        return List.copyOf(models);
    }

    private static String model(Path device) {
        return word(device, "idVendor").orElse("?") + ":"
                + word(device, "idProduct").orElse("?");
    }

    private static Optional<String> word(Path folder, String file) {
        try {
            return Optional.of(Files.readString(folder.resolve(file)).strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
