package io.github.pscsdk.benchmark.start;

/** A JVM that does nothing. */
final class EmptyProcess {
    private EmptyProcess() {}

    public static void main(String... folder) {
        Spent.print(0, 0);
    }
}
