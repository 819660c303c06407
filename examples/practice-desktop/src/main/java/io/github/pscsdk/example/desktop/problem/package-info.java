/** The problems of this software that are not the SDK's. Constants; safe for any thread. */
package io.github.pscsdk.example.desktop.problem;
