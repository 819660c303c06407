/** The documents that the two halves exchange. The only user of Jackson. Nothing read is repeated in a message. */
package io.github.pscsdk.workstation.internal.json;
