/** What can go wrong in this command and what to do about it; immutable. */
package io.github.pscsdk.example.lab.problem;
