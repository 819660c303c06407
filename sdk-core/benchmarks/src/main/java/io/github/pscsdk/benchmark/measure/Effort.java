package io.github.pscsdk.benchmark.measure;

/** How hard a measure tries. */
public enum Effort {
    /** Long enough for figures to mean something. */
    FULL,
    /** A handful of iterations: shows that the measure works, and nothing else. */
    GLIMPSE;

    /** One of two numbers. */
    public int of(int full, int glimpse) {
        return this == FULL ? full : glimpse;
    }
}
