/** What can go wrong in this software and not in the SDK. Constants; safe for any thread. */
package io.github.pscsdk.example.desktop.problem;
