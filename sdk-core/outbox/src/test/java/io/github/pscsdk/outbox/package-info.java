/** Tests. */
package io.github.pscsdk.outbox;
