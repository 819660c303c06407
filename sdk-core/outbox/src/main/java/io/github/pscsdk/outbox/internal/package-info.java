/** The key of an outbox and its encryption, the rights of its files, and the problems that it tells. */
package io.github.pscsdk.outbox.internal;
