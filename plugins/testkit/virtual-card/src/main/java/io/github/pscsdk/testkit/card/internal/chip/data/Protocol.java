package io.github.pscsdk.testkit.card.internal.chip.data;

/** The transmission protocol (ISO 7816-3). */
public enum Protocol {
    /** A command either sends or receives data; {@code 61xx} and {@code 6Cxx} make the program fetch the rest. */
    T0,
    /** A command may send and receive data. */
    T1
}
