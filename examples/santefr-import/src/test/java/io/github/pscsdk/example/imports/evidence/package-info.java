/** The published files against the rules: counts that follow from the files themselves. One thread. */
package io.github.pscsdk.example.imports.evidence;
