package io.github.pscsdk.proxy.internal.conformity.obligation;

/** What the text that an obligation stands in is worth. */
public enum SourceStatus {
    /** A text that is in force. */
    IN_FORCE,
    /** The draft of 2026 (TRIS notification 2026/0498/FR): it obliges nobody yet. */
    DRAFT_2026,
    /** Told by third parties or by documentation; the text itself was not read. */
    REPORTED
}
