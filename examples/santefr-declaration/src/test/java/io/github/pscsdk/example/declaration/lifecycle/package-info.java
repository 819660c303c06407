/** Every row of the table of states, and every refusal. One thread. */
package io.github.pscsdk.example.declaration.lifecycle;
