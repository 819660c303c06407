/** What a practice or its vendor settles in a file: server half, means of logging in, plug-ins, data. Immutable values. */
package io.github.pscsdk.example.desktop.config;
