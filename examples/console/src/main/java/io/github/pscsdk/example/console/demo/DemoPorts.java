package io.github.pscsdk.example.console.demo;

/**
 * Where the servers listen.
 *
 * @param proxy 0 for any free port
 * @param form 0 for any free port
 */
record DemoPorts(int proxy, int form) {
    /** What a demonstration wants: it never meets a port that is taken. */
    static final DemoPorts FREE = new DemoPorts(0, 0);
}
