package io.github.pscsdk.testkit.card.internal.chip;

/** Which transmission protocol shapes the answers (ISO 7816-3). */
public enum Protocol {
    /** A command either sends or receives: {@code 61xx} and {@code 6Cxx} arrange the rest. */
    T0,
    /** A command may do both. */
    T1
}
