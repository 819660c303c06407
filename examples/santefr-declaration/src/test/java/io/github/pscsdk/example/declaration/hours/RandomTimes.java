package io.github.pscsdk.example.declaration.hours;

import java.util.Random;

/** Minutes since midnight, as opening hours have them. */
final class RandomTimes {
    private RandomTimes() {}

    /** Beginnings and ends in turn, of one to three ranges of a day. */
    static int[] ofOneDay(Random random) {
        return random.ints(0, 24 * 60 + 1)
                .distinct()
                .limit(2 * (1 + random.nextInt(3)))
                .sorted()
                .toArray();
    }
}
