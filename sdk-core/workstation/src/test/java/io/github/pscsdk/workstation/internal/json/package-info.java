/** Tests of the documents that the two halves exchange. */
package io.github.pscsdk.workstation.internal.json;
