package io.github.pscsdk.diagnostic;

/** The party that must act on a problem, the nearest first. Closed: switch on it without a default branch. */
public enum Party {
    /** The health professional who is logging in. */
    PROFESSIONAL,
    /** The person who looks after the workstation: reader, browser, network, plug-in folder. */
    WORKSTATION,
    /** The vendor of the practice software, who also runs the server half. */
    SOFTWARE_VENDOR,
    /** A service that nobody in the practice controls: Pro Santé Connect or a target API. */
    SERVICE
}
