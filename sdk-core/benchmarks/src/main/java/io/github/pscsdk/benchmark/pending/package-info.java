/** Back-channel logins that wait in one process: their threads, their memory, and how soon a refusal is known. */
package io.github.pscsdk.benchmark.pending;
