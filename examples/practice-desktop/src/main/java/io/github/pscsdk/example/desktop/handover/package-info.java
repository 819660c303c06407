/** Requests to the receiver of declarations, its answers, and both as JSON in the outbox. Safe for any thread. */
package io.github.pscsdk.example.desktop.handover;
