/** JSON, read and written: declarations, drafts, answers of the receiver. Without state; safe for any thread. */
package io.github.pscsdk.example.desktop.json;
