/** Settings of a practice or its vendor in a file: server half, logins, plug-ins, data. Immutable values. */
package io.github.pscsdk.example.desktop.config;
