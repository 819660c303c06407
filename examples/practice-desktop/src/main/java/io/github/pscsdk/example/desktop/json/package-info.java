/** JSON, read and written: what is kept with an item of the outbox, answers of the receiver. Without state; safe for any thread. */
package io.github.pscsdk.example.desktop.json;
