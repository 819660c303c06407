package io.github.pscsdk.proxy.internal.conformity.obligation;

/** What a check needs before it can come to a result. */
public enum Prerequisite {
    /** The proxy's configuration file. */
    CONFIGURATION,
    /** Traces, as a file or as the proxy's folder. */
    TRACES,
    /** A running proxy and an application token. */
    PROXY,
    /** The public address of the proxy, by https. */
    PUBLIC_ADDRESS,
    /** The control API of the simulator that the proxy talks to. */
    SIMULATOR,
    /** A simulator that answers by itself, and not a person on its pages. */
    AUTOMATIC_ANSWERS,
    /** A simulator, and a proxy at its time, whose clock can be moved. */
    MOVABLE_CLOCK,
    /** The jar that is installed on workstations. */
    WORKSTATION,
    /** The folder of plug-in archives that is installed on workstations. */
    PLUGINS,
    /** A usable answer of the other end. */
    ANSWER
}
