/** The database file: once, restart, threads at once. */
package io.github.pscsdk.example.santefr.dossier;
