/** The whole software, from its configuration to its windows. */
package io.github.pscsdk.example.desktop;
