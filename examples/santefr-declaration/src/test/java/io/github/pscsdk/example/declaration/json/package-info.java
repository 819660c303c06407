/** Strict reading of what callers send, tolerant reading of what servers send. One thread. */
package io.github.pscsdk.example.declaration.json;
