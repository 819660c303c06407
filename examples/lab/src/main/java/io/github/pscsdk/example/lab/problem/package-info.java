/** The failures of this command, with their remedies; immutable. */
package io.github.pscsdk.example.lab.problem;
