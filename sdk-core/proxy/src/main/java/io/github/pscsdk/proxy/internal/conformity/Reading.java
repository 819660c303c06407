package io.github.pscsdk.proxy.internal.conformity;

import java.io.IOException;
import java.nio.file.Path;

/** Reads what an option names. */
@FunctionalInterface
interface Reading<T> {
    T read(Path place) throws IOException;

    /**
     * What is there.
     *
     * @throws Unreadable if it cannot be read, or is something else
     */
    static <T> T of(String option, Path place, Reading<T> reading) {
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

        /** For the blanks of the text: option, place, why. */
        Object[] values() {
            return new Object[] {option, place, getCause().getMessage()};
        }
    }
}
