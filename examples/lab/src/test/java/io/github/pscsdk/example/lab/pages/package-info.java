/** Plays the simulator's pages in a real browser, as a person does: one hand on the login page, the other on a device. */
package io.github.pscsdk.example.lab.pages;
