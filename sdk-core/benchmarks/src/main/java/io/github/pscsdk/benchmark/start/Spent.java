package io.github.pscsdk.benchmark.start;

/** What this process has cost so far. */
final class Spent {
    private Spent() {}

    /** Prints CPU time in milliseconds, if there are as many authenticators as there should be. */
    static void print(int found, int expected) {
        if (found != expected) {
            throw new IllegalStateException(found + " authenticators instead of " + expected);
        }
        // Not from the management beans, whose loading would cost as much as an empty JVM.
        var spent = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        System.out.println(spent.toMillis());
    }
}
