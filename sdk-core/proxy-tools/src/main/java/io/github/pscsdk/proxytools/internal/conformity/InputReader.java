package io.github.pscsdk.proxytools.internal.conformity;

import java.io.IOException;
import java.nio.file.Path;

/** Reads the file or folder that an option of the command names. */
@FunctionalInterface
interface InputReader<T> {
    T read(Path place) throws IOException;

    /**
     * @throws Unreadable if it cannot be read, or is something else
     */
    static <T> T of(String option, Path place, InputReader<T> reading) {
        try {
            return reading.read(place);
        } catch (IOException e) {
            throw new Unreadable(option, place, e);
        }
    }

    /** What an option names cannot be read. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String option;
        private final transient Path place;

        Unreadable(String option, Path place, IOException cause) {
            super(cause);
            this.option = option;
            this.place = place;
        }

        /** Values for the placeholders of the message: option, path, reason. */
        Object[] values() {
            return new Object[] {option, place, getCause().getMessage()};
        }
    }
}
