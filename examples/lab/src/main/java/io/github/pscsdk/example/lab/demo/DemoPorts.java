package io.github.pscsdk.example.lab.demo;

/**
 * Where the servers listen; 0 for any free port.
 *
 * @param auth the simulator: Pro Santé Connect itself
 * @param wallet the simulator: its login page
 * @param api the simulator: the authorization server of the target API
 * @param proxy the server half
 * @param form the target API
 */
record DemoPorts(int auth, int wallet, int api, int proxy, int form) {
    /** The first port of the last five. */
    static final int LAST = 65_531;

    /** The ports of a demonstration: it never meets one that is taken. */
    static final DemoPorts FREE = new DemoPorts(0, 0, 0, 0, 0);

    /** Five ports, one after the other; any free ones from 0. */
    static DemoPorts from(int first) {
        return first == 0 ? FREE : new DemoPorts(first, first + 1, first + 2, first + 3, first + 4);
    }
}
