/** What the receiver of declarations is asked, and what it answers. Values; safe for any thread. */
package io.github.pscsdk.example.desktop.handover;
